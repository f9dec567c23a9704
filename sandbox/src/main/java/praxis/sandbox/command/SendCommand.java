package praxis.sandbox.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

import praxis.sandbox.system.RunningSandbox;
import praxis.sandbox.system.Secrets;
import praxis.sandbox.tool.Answer;
import praxis.sandbox.tool.Delivery;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.WebhookClient;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.SignatureScheme;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Signs and posts one event, as a booking tool would. */
@Command(
        name = "send",
        description = {
            "Signs and posts one event to the running sandbox.",
            "Every further --field value goes into the payload; null is JSON's null.",
            "",
            "Examples:",
            "  ./praxis send patient.created --id pat-7 --email a@example.org --vorname Ada",
            "  ./praxis send appointment.created --id apt-7 --patient_id pat-7 \\",
            "      --scheduled_at 2030-01-31T09:00:00+01:00 --duration_minutes 30",
            ""
        })
public final class SendCommand implements Callable<Integer> {
    /** How the command line names the signature schemes. */
    enum Scheme {
        STANDARD(SignatureScheme.STANDARD_WEBHOOKS),
        BODY(SignatureScheme.BODY);

        private final SignatureScheme scheme;

        Scheme(SignatureScheme scheme) {
            this.scheme = scheme;
        }
    }

    @Parameters(paramLabel = "TYPE", description = "The event's type, for example ping.")
    private String type = "";

    @Option(
            names = "--scheme",
            defaultValue = "standard",
            description = "How to sign: standard or body (default: ${DEFAULT-VALUE}).")
    private Scheme scheme = Scheme.STANDARD;

    @Option(names = "--practice", defaultValue = "default", description = "The practice's id.")
    private String practice = "";

    @Option(
            names = "--edge",
            paramLabel = "URL",
            description = "The edge to send to; otherwise the sandbox's first.")
    private @Nullable URI edge;

    @Option(
            names = "--event-id",
            paramLabel = "ID",
            description = "Sent as webhook-id under standard, as event_id under body.")
    private @Nullable String eventId;

    @Option(names = "--backfill", description = "Marks it as history, delivered once more.")
    private boolean backfill;

    @Unmatched private List<String> fields = new ArrayList<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public SendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        PracticeId recipient = practice();
        EventDocument document = EventDocument.of(type, fields, spec.commandLine());
        if (scheme == Scheme.BODY && eventId != null) {
            document = document.withEventId(eventId);
        }
        Delivery fresh =
                Delivery.of(
                        Optional.ofNullable(eventId).orElseGet(SendCommand::newId),
                        scheme.scheme,
                        document.bytes());
        Delivery delivery = backfill ? fresh.asBackfill() : fresh;
        RunningSandbox sandbox = RunningSandbox.demand(surroundings.files());
        Signer signer = new Signer(Secrets.of(surroundings.files()).webhook());
        try (WebhookClient client = new WebhookClient(signer, recipient, surroundings.clock())) {
            URI address = Optional.ofNullable(edge).orElse(sandbox.edges().getFirst());
            return report(client.post(address, delivery), spec.commandLine().getOut());
        }
    }

    private PracticeId practice() {
        if (!PracticeId.isValid(practice)) {
            throw Usage.error(spec.commandLine(), "'" + practice + "' is not a practice's id.");
        }
        return new PracticeId(practice);
    }

    private static String newId() {
        return "msg_" + UUID.randomUUID();
    }

    private static int report(Answer answer, PrintWriter out) {
        return switch (answer) {
            case Answer.Status status -> {
                out.println(status.code() + " " + status.body());
                status.retryAfter()
                        .ifPresent(wait -> out.println("Retry-After: " + wait.toSeconds() + " s"));
                yield status.isAccepted() ? 0 : 1;
            }
            case Answer.Silence silence -> {
                out.println("No answer: " + silence.reason());
                yield 1;
            }
        };
    }
}
