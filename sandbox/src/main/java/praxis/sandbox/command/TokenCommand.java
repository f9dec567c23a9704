package praxis.sandbox.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.access.Caller;
import praxis.sandbox.access.TokenIssuer;
import praxis.sandbox.system.RunningSandbox;
import praxis.sandbox.system.Secrets;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Prints a token for the read API of the running sandbox. */
@Command(
        name = "token",
        description = {
            "Prints a token for the read API of the running sandbox.",
            "",
            "Example:",
            "  curl -H \"Authorization: Bearer $(./praxis token --role admin)\" \\",
            "      http://127.0.0.1:8081/api/patients",
            ""
        })
public final class TokenCommand implements Callable<Integer> {
    private static final Duration LIFETIME = Duration.ofDays(1);

    @Option(
            names = "--role",
            required = true,
            description = "Who the bearer is: admin, therapist or patient.")
    private Caller.Role role = Caller.Role.PATIENT;

    @Option(names = "--sub", description = "The bearer's login; otherwise demo-ROLE.")
    private @Nullable String sub;

    @Option(names = "--practice", defaultValue = "default", description = "The practice's id.")
    private String practice = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public TokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!PracticeId.isValid(practice)) {
            throw Usage.error(spec.commandLine(), "'" + practice + "' is not a practice's id.");
        }
        RunningSandbox.demand(surroundings.files());
        Caller caller =
                new Caller(
                        role, sub == null ? "demo-" + role.claim() : sub, new PracticeId(practice));
        TokenIssuer issuer = new TokenIssuer(Secrets.of(surroundings.files()).jwtSecret());
        spec.commandLine()
                .getOut()
                .println(issuer.issue(caller, surroundings.clock().instant(), LIFETIME));
        return 0;
    }
}
