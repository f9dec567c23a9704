package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import picocli.CommandLine;

import praxis.sandbox.SandboxApplication;
import praxis.sandbox.command.Surroundings;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;

/** The commands beside {@code up}, against the sandbox that runs. */
@ExtendWith(WithSandbox.class)
class CommandsIT {
    private final StringWriter out = new StringWriter();

    @Test
    void sendsOneEventInEitherScheme(Practice practice, TestSandbox sandbox) {
        assertThat(run(sandbox, "send", "ping")).isZero();
        assertThat(out).asString().startsWith("202 {\"received\":true");

        assertThat(
                        run(
                                sandbox,
                                "send",
                                "patient.created",
                                "--scheme",
                                "body",
                                "--id",
                                "c-1",
                                "--email",
                                "zoe.czerny@example.org",
                                "--vorname=Zoé",
                                "--nachname=Czerny"))
                .isZero();
        String answer = out.toString().lines().toList().getLast();
        assertThat(answer).startsWith("200 ");
        String eventId =
                Practice.parsed(answer.substring(answer.indexOf('{'))).path("event_id").asText();
        assertThat(practice.entry(eventId)).hasToString("success created");
    }

    @Test
    void endsWithOneWhenTheEdgeRefuses(TestSandbox sandbox) {
        assertThat(run(sandbox, "send", "ping", "--practice", "nobody-knows-it")).isEqualTo(1);
        assertThat(out).asString().startsWith("401 ");
    }

    @Test
    void printsTokenThatTheReadApiBelieves(Practice practice, TestSandbox sandbox) {
        assertThat(run(sandbox, "token", "--role", "admin", "--sub", "chefin")).isZero();

        assertThat(practice.get("/api/patients", out.toString().strip()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void passesTheVerdictOnTheLogOn(TestSandbox sandbox) {
        assertThat(run(sandbox, "verify", "--json")).isZero();
    }

    @Test
    void makesTheTablesAgainFromTheLog(Practice practice, TestSandbox sandbox)
            throws InterruptedException {
        practice.hears(Told.booked("rb-1", "nobody-yet", "2030-01-31T09:00:00+01:00"));

        assertThat(run(sandbox, "rebuild", "--from", "topic", "--batch", "7")).isZero();
        assertThat(run(sandbox, "rebuild", "--swap")).isZero();
        assertThat(run(sandbox, "rebuild", "--swap", "--until", "2030-01-31T09:00:00Z"))
                .isEqualTo(2);
    }

    @Test
    void showsWhatOthersAreTold(Practice practice, TestSandbox sandbox)
            throws InterruptedException {
        practice.hears(Told.booked("t-1", "nobody-yet", "2030-01-31T09:00:00+01:00"));
        practice.hears(Told.patientCreated("t-2").with("email", "no address"));

        assertThat(run(sandbox, "tail", "needs-review", "--from-beginning", "--count=1")).isZero();
        assertThat(out).asString().contains(" default ").contains("opened").contains("review ");
        assertThat(run(sandbox, "tail", "DEAD-LETTER", "--json", "--from-beginning", "--count=1"))
                .isZero();
        assertThat(Practice.parsed(out.toString().lines().toList().getLast()).path("type").asText())
                .isEqualTo("event.failed");
    }

    private int run(TestSandbox sandbox, String... words) {
        CommandLine praxis =
                SandboxApplication.commandLine(
                        new Surroundings(
                                sandbox.files(), TestSandbox.java(), InstantSource.system()));
        return praxis.setOut(new PrintWriter(out, true)).execute(words);
    }
}
