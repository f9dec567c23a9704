package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.Locale;

/** SPEC 3.2, walked through over HTTP. */
@ExtendWith(WithSandbox.class)
class AppointmentRulesIT {
    private static final String MORNING = "2031-05-05T09:00:00+02:00";
    private static final String EVENING = "2031-05-06T18:00:00+02:00";

    @Test
    void parksAnAppointmentUntilItsPatientComes(Practice practice) throws Exception {
        assertThat(practice.hears(Told.booked("a-1", "ap-1", MORNING)))
                .hasToString("success UNKNOWN_PATIENT");

        String patient = patient(practice, "ap-1", "Mara", "Moor");
        assertThat(booking(practice, patient)).isEqualTo("a-1");
    }

    @Test
    void parksWhileThePatientIsInReview(Practice practice) throws Exception {
        patient(practice, "ap-2", "Nils", "Nolte");
        practice.hears(person("ap-3", "Nora", "Nolte").with("email", "nils.nolte@example.org"));

        Entry parked = practice.hears(Told.booked("a-2", "ap-3", MORNING));

        assertThat(parked.outcome()).isEqualTo("parked");
        assertThat(parked.patientId()).isEmpty();
    }

    @Test
    void keepsWhatIsAbsentAndClearsWhatIsNull(Practice practice) throws Exception {
        String patient = patient(practice, "ap-4", "Ottilie", "Overbeck");
        practice.hears(
                Told.booked("a-3", "ap-4", MORNING)
                        .with("therapist_name", "Tom Lenz")
                        .with("service_name", "Massage"));
        practice.hears(Told.rebooked("a-3", "ap-4", MORNING).with("therapist_name", null));

        JsonNode appointment = practice.appointmentOf(patient);
        assertThat(appointment.path("therapist_name").isNull()).isTrue();
        assertThat(appointment.path("service_name").asText()).isEqualTo("Massage");
    }

    @Test
    void keepsEverythingButTheStatusWhenOnlyTheIdIsCancelled(Practice practice) throws Exception {
        String patient = patient(practice, "ap-5", "Petra", "Pohl");
        practice.hears(
                Told.booked("a-4", "ap-5", MORNING)
                        .with("therapist_name", "Tom Lenz")
                        .with("service_name", "Massage"));
        assertThat(practice.hears(Told.cancelled("a-4"))).hasToString("success cancelled");

        JsonNode appointment = practice.appointmentOf(patient);
        assertThat(appointment.path("status").asText()).isEqualTo("cancelled");
        assertThat(appointment.path("therapist_name").asText()).isEqualTo("Tom Lenz");
        assertThat(appointment.path("service_name").asText()).isEqualTo("Massage");
        assertThat(appointment.path("duration_minutes").asInt()).isEqualTo(30);
        assertThat(Instant.parse(appointment.path("scheduled_at").asText()))
                .isEqualTo(Instant.parse("2031-05-05T07:00:00Z"));
    }

    @Test
    void believesTheTypeAndNotTheStatusField(Practice practice) throws Exception {
        String patient = patient(practice, "ap-6", "Quirin", "Quast");
        practice.hears(Told.booked("a-5", "ap-6", MORNING));
        practice.hears(Told.cancelled("a-5").with("status", "scheduled"));

        assertThat(practice.appointmentOf(patient).path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void remembersCancellationThatCameFirst(Practice practice) throws Exception {
        String patient = patient(practice, "ap-7", "Rita", "Rabe");
        assertThat(practice.hears(Told.cancelled("a-6"))).hasToString("success cancelled");
        practice.hears(Told.booked("a-6", "ap-7", MORNING));

        JsonNode appointment = practice.appointmentOf(patient);
        assertThat(appointment.path("status").asText()).isEqualTo("cancelled");
        assertThat(appointment.path("duration_minutes").asInt()).isEqualTo(30);
    }

    @Test
    void revivesOnlyWithProof(Practice practice) throws Exception {
        String patient = patient(practice, "ap-8", "Sven", "Sander");
        practice.hears(Told.booked("a-7", "ap-8", MORNING).with("version", 1));
        practice.hears(Told.cancelled("a-7").with("version", 2));

        Entry without =
                practice.hears(Told.rebooked("a-7", "ap-8", EVENING).with("status", "scheduled"));
        assertThat(without).hasToString("needs_review REVIVED_APPOINTMENT");
        assertThat(practice.appointmentOf(patient).path("status").asText()).isEqualTo("cancelled");

        practice.hears(
                Told.rebooked("a-7", "ap-8", EVENING)
                        .with("status", "scheduled")
                        .with("version", 3));
        assertThat(practice.appointmentOf(patient).path("status").asText()).isEqualTo("scheduled");
    }

    @Test
    void asksBeforeMovingAnAppointmentToSomebodyElse(Practice practice) throws Exception {
        String tina = patient(practice, "ap-9", "Tina", "Thoma");
        String udo = patient(practice, "ap-10", "Udo", "Uhl");
        practice.hears(Told.booked("a-8", "ap-9", MORNING));

        assertThat(practice.hears(Told.rebooked("a-8", "ap-10", MORNING)))
                .hasToString("needs_review APPOINTMENT_MOVED");
        assertThat(booking(practice, tina)).isEqualTo("a-8");
        assertThat(practice.appointmentsOf(udo)).isEmpty();
    }

    @Test
    void reschedulesTheSameAppointment(Practice practice) throws Exception {
        String patient = patient(practice, "ap-11", "Vera", "Voss");
        practice.hears(Told.booked("a-9", "ap-11", MORNING));
        String id = practice.appointmentOf(patient).path("id").asText();
        practice.hears(Told.rebooked("a-9", "ap-11", EVENING));

        JsonNode appointment = practice.appointmentOf(patient);
        assertThat(appointment.path("id").asText()).isEqualTo(id);
        assertThat(Instant.parse(appointment.path("scheduled_at").asText()))
                .isEqualTo(Instant.parse("2031-05-06T16:00:00Z"));
    }

    @Test
    void completesWhatHasTakenPlace(Practice practice) throws Exception {
        String patient = patient(practice, "ap-12", "Willi", "Wolff");
        practice.hears(Told.booked("a-10", "ap-12", "2024-05-05T09:00:00+02:00"));
        practice.hears(
                Told.rebooked("a-10", "ap-12", "2024-05-05T09:00:00+02:00")
                        .with("status", "completed"));

        assertThat(practice.appointmentOf(patient).path("status").asText()).isEqualTo("completed");
    }

    private static String booking(Practice practice, String patient) {
        return practice.appointmentOf(patient).path("booking_system_appointment_id").asText();
    }

    /** Our id of a newcomer who resembles nobody. */
    private static String patient(Practice practice, String id, String first, String last)
            throws InterruptedException {
        Entry entry = practice.hears(person(id, first, last));
        assertThat(entry).hasToString("success created");
        return entry.patientId();
    }

    private static Told person(String id, String first, String last) {
        return Told.patientCreated(id)
                .named(first, last)
                .with("date_of_birth", Told.birthdayOf(id))
                .with("email", (first + "." + last).toLowerCase(Locale.ROOT) + "@example.org");
    }
}
