package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Webhooks signed by code that is not ours become appointments. */
@ExtendWith(WithSandbox.class)
class ForeignSignatureIT {
    private static final Path WORK = Path.of("target", "foreign").toAbsolutePath();
    private static final String NPM_PACKAGE = "standardwebhooks@1.1.1";
    private static final int MINUTES_TO_INSTALL = 3;

    @Test
    void understandsTheOfficialNpmPackage(Practice practice, TestSandbox sandbox) throws Exception {
        assumeTrue(isThere("npm"), "npm is not on the path");
        Files.createDirectories(WORK);
        run(
                Map.of(),
                "npm",
                "install",
                "--prefix",
                WORK.toString(),
                "--no-audit",
                "--no-fund",
                NPM_PACKAGE);
        Path script = WORK.resolve("send.mjs");
        Files.writeString(script, resource("send-standard-webhook.mjs"));

        becomesAppointment(
                practice,
                "npm",
                (id, body) -> run(environment(sandbox, id, body), "node", script.toString()));
    }

    @Test
    void understandsOpenssl(Practice practice, TestSandbox sandbox) throws Exception {
        assumeTrue(isThere("openssl"), "openssl is not on the path");
        assumeTrue(isThere("curl"), "curl is not on the path");

        becomesAppointment(
                practice,
                "openssl",
                (id, body) ->
                        run(
                                environment(sandbox, id, body),
                                "bash",
                                "-c",
                                resource("send-with-openssl.sh")));
    }

    /** Foreign code that signs and posts a body, and prints the answer's. */
    private interface Sender {
        String send(String id, String body) throws IOException, InterruptedException;
    }

    private static void becomesAppointment(Practice practice, String who, Sender sender)
            throws Exception {
        Told patient =
                Told.patientCreated("f-" + who)
                        .named("Yvonne", "Fremd-" + who)
                        .with("email", "fremd." + who + "@example.org")
                        .with("date_of_birth", Told.birthdayOf(who));
        Told appointment = Told.booked("fa-" + who, "f-" + who, "2033-03-03T08:00:00+01:00");

        Entry created = practice.entry(eventId(sender.send("msg-f-" + who, text(patient))));
        practice.entry(eventId(sender.send("msg-fa-" + who, text(appointment))));

        assertThat(created).hasToString("success created");
        assertThat(
                        practice.appointmentOf(created.patientId())
                                .path("booking_system_appointment_id")
                                .asText())
                .isEqualTo("fa-" + who);
    }

    private static String text(Told told) {
        return new String(told.delivery().body().toArray(), StandardCharsets.UTF_8);
    }

    private static String eventId(String answer) {
        JsonNode json = Practice.parsed(answer.strip());
        assertThat(json.path("received").asBoolean()).as(answer).isTrue();
        return json.path("event_id").asText();
    }

    private static Map<String, String> environment(TestSandbox sandbox, String id, String body) {
        return Map.of(
                "URL",
                sandbox.sandbox().edges().getFirst() + "/api/webhooks/booking",
                "SECRET",
                sandbox.sandbox().secrets().webhook().text(),
                "ID",
                id,
                "BODY",
                body);
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command));
        builder.environment().putAll(environment);
        Process process =
                builder.redirectError(Files.createDirectories(WORK).resolve("errors.log").toFile())
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static String resource(String name) throws IOException {
        try (var stream = ForeignSignatureIT.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
