package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.Field;

import java.time.Duration;
import java.time.Instant;

/** SPEC 3.2: what is cached of an appointment, and what a later event changes. */
class AppointmentRulesTest {

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void cachesWhatWasSent() {
        Heard heard =
                practice.hears(
                        Webhook.appointmentCreated("A1")
                                .at("2026-05-04T10:00:00+02:00")
                                .lasting(45)
                                .by("Dr. Ida Brandt")
                                .service("Manuelle Therapie"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("stored");
        var content = practice.appointment("A1").content();
        assertThat(content.scheduledAt().toOptional().orElseThrow().instant())
                .isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
        assertThat(content.durationMinutes()).isEqualTo(Field.of(45));
        assertThat(content.therapistName()).isEqualTo(Field.of("Dr. Ida Brandt"));
        assertThat(content.serviceName()).isEqualTo(Field.of("Manuelle Therapie"));
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
        assertThat(practice.appointment("A1").patient())
                .isEqualTo(practice.bookingPatient("B1").patient());
    }

    @Test
    void syncedAtIsTheTimeOfReceipt() {
        Instant received = practice.later(Duration.ofHours(3)).now();

        practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-04-01T08:00:00Z"));

        assertThat(practice.appointment("A1").syncedAt()).isEqualTo(received);
    }

    @Test
    void anEventThatChangesNothingSyncsAllTheSame() {
        practice.hears(Webhook.appointmentCreated("A1"));
        long changed = practice.appointment("A1").changedOffset();
        Instant received = practice.later(Duration.ofHours(3)).now();

        practice.hears(Webhook.appointmentUpdated("A1"));

        assertThat(practice.appointment("A1").syncedAt()).isEqualTo(received);
        assertThat(practice.appointment("A1").changedOffset()).isEqualTo(changed);
    }

    @Test
    void absentFieldKeepsItsValue() {
        practice.hears(Webhook.appointmentCreated("A1").by("Dr. Ida Brandt").service("KG"));

        practice.hears(Webhook.appointmentUpdated("A1").at("2026-05-05T10:00:00+02:00"));

        var content = practice.appointment("A1").content();
        assertThat(content.therapistName()).isEqualTo(Field.of("Dr. Ida Brandt"));
        assertThat(content.serviceName()).isEqualTo(Field.of("KG"));
    }

    @Test
    void explicitNullClearsTheField() {
        practice.hears(Webhook.appointmentCreated("A1").by("Dr. Ida Brandt"));

        practice.hears(Webhook.appointmentUpdated("A1").nulling("therapist_name"));

        assertThat(practice.appointment("A1").content().therapistName()).isEqualTo(Field.cleared());
    }

    @Test
    void absentStatusKeepsTheStatus() {
        practice.hears(Webhook.appointmentCreated("A1").status("completed"));

        practice.hears(Webhook.appointmentUpdated("A1").by("Dr. Ida Brandt"));
        practice.hears(Webhook.appointmentCreated("A1").by("Dr. Eva Lindner"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void updateOfUnknownAppointmentCachesItAsScheduled() {
        Heard heard = practice.hears(Webhook.appointmentUpdated("A1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void aRescheduleKeepsTheSameAppointment() {
        practice.hears(Webhook.appointmentCreated("A1"));
        var id = practice.appointment("A1").id();

        practice.hears(Webhook.appointmentUpdated("A1").at("2026-06-01T09:30:00+02:00"));

        assertThat(practice.appointment("A1").id()).isEqualTo(id);
        assertThat(practice.state().changes().appointments()).hasSize(1);
        assertThat(
                        practice.appointment("A1")
                                .content()
                                .scheduledAt()
                                .toOptional()
                                .orElseThrow()
                                .instant())
                .isEqualTo(Instant.parse("2026-06-01T07:30:00Z"));
    }

    @Test
    void theReferrerIsKeptAsSent() {
        String body =
                """
                {"event_type":"appointment.created","payload":{"id":"A1","patient_id":"B1",
                "scheduled_at":"2026-05-04T10:00:00+02:00","duration_minutes":30,
                "referrer":{"source":"plakat","note":null}}}\
                """;

        practice.hears(body);

        assertThat(practice.appointment("A1").content().referrerJson())
                .isEqualTo(Field.of("{\"source\":\"plakat\",\"note\":null}"));
    }
}
