package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import praxis.sandbox.access.Caller;
import praxis.sandbox.system.ForegroundProgram;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningSandbox;
import praxis.sandbox.tool.BookingTool;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.Traffic;
import praxis.sandbox.tool.WebhookClient;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** From a signed webhook to the appointment that people read. */
@ExtendWith(WithSandbox.class)
class WholeSystemIT {
    private static final double BUSY = 40;

    @Test
    void turnsWebhooksIntoAnAppointmentThatTheAdminReads(Practice practice) throws Exception {
        Entry patient =
                practice.hears(
                        Told.patientCreated("w-1")
                                .named("Ida", "Abendroth")
                                .with("email", "ida.abendroth@example.org"));
        practice.hears(
                Told.booked("wa-1", "w-1", "2031-03-03T10:00:00+01:00")
                        .with("therapist_name", "Clara Sommer")
                        .with("service_name", "Massage"));

        JsonNode appointment = practice.appointmentOf(patient.patientId());
        assertThat(appointment.path("booking_system_appointment_id").asText()).isEqualTo("wa-1");
        assertThat(Instant.parse(appointment.path("scheduled_at").asText()))
                .isEqualTo(Instant.parse("2031-03-03T09:00:00Z"));
        assertThat(appointment.path("duration_minutes").asInt()).isEqualTo(30);
        assertThat(appointment.path("therapist_name").asText()).isEqualTo("Clara Sommer");
        assertThat(appointment.path("status").asText()).isEqualTo("scheduled");
        assertThat(practice.patient(patient.patientId()).path("last_name").asText())
                .isEqualTo("Abendroth");
    }

    @Test
    void showsNothingToWhomItIsNotTheirs(Practice practice) throws Exception {
        Entry patient =
                practice.hears(
                        Told.patientCreated("w-2")
                                .named("Paul", "Birnbaum")
                                .with("email", "paul.birnbaum@example.org"));
        String path = "/api/patients/" + patient.patientId();

        assertThat(practice.get(path, "nonsense").statusCode()).isEqualTo(401);
        for (Caller stranger :
                List.of(
                        new Caller(Caller.Role.THERAPIST, "clara", PracticeId.DEFAULT),
                        new Caller(Caller.Role.ADMIN, "boss", new PracticeId("elsewhere")))) {
            assertThat(practice.get(path, practice.token(stranger)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keepsWhatIsSignedButUnreadableInTheLog(Practice practice) throws Exception {
        Entry unknown = practice.hears(Told.event("invoice.created").with("id", "w-3"));
        assertThat(unknown.status()).isEqualTo("error");
        assertThat(unknown.error()).contains("invoice.created");
    }

    /** A minute of an ordinary week, and then the proof that all of it is in order. */
    @Test
    void standsUpToTheProcessorsOwnVerification(TestSandbox sandbox) throws Exception {
        InstantSource clock = InstantSource.system();
        WebhookClient client =
                new WebhookClient(
                        new Signer(sandbox.sandbox().secrets().webhook()),
                        PracticeId.DEFAULT,
                        clock);
        try (BookingTool tool =
                new BookingTool(new Traffic(4711), client, sandbox.sandbox().edges(), clock)) {
            tool.start(BUSY);
            await().atMost(Duration.ofMinutes(2)).until(() -> tool.counts().accepted() >= 400);
        }
        RunningSandbox running = RunningSandbox.demand(sandbox.files());
        int exitCode =
                new ForegroundProgram(sandbox.files(), TestSandbox.java(), running)
                        .run(Program.EVENT_PROCESSOR, List.of("verify"));
        assertThat(exitCode).isZero();
    }
}
