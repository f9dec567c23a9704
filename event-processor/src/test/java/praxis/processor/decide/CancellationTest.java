package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.Field;

/** SPEC 3.2: what a cancellation does, whatever else it says and whenever it comes. */
class CancellationTest {

    private final Practice practice = Practice.thatKnows("B1");

    @Test
    void cancellationCarryingOnlyTheIdKeepsDateDurationTherapistAndService() {
        practice.hears(Webhook.appointmentCreated("A1").by("Dr. Ida Brandt").service("KG"));
        var content = practice.appointment("A1").content();

        Heard heard = practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("cancelled");
        assertThat(heard.decision().entry().concerns().bookingPatient())
                .contains(practice.bookingPatient("B1").id());
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.appointment("A1").content()).isEqualTo(content);
        assertThat(practice.appointment("A1").patient())
                .isEqualTo(practice.bookingPatient("B1").patient());
    }

    @Test
    void theEventTypeBeatsTheStatusField() {
        practice.hears(Webhook.appointmentCreated("A1"));

        practice.hears(Webhook.appointmentCancelled("A1").status("scheduled"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void nullDateAndDurationInCancellationSayNothing() {
        practice.hears(Webhook.appointmentCreated("A1").by("Dr. Ida Brandt"));
        var content = practice.appointment("A1").content();

        practice.hears(
                Webhook.appointmentCancelled("A1")
                        .nulling("scheduled_at")
                        .nulling("duration_minutes")
                        .nulling("status"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.appointment("A1").content()).isEqualTo(content);
    }

    @Test
    void explicitNullClearsInCancellationToo() {
        practice.hears(Webhook.appointmentCreated("A1").by("Dr. Ida Brandt"));

        practice.hears(Webhook.appointmentCancelled("A1").nulling("therapist_name"));

        assertThat(practice.appointment("A1").content().therapistName()).isEqualTo(Field.cleared());
    }

    @Test
    void anUpdateToCancelledCancels() {
        practice.hears(Webhook.appointmentCreated("A1"));

        practice.hears(Webhook.appointmentUpdated("A1").status("cancelled"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void cancellationOfUnknownAppointmentIsRemembered() {
        Heard heard = practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("cancelled");
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.appointment("A1").content().scheduledAt().isAbsent()).isTrue();
    }

    @Test
    void lateCreatedDoesNotBringItToLifeButTellsWhatWasCancelled() {
        practice.hears(Webhook.appointmentCancelled("A1"));

        Heard heard = practice.hears(Webhook.appointmentCreated("A1").by("Dr. Ida Brandt"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        var appointment = practice.appointment("A1");
        assertThat(appointment.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(appointment.content().therapistName()).isEqualTo(Field.of("Dr. Ida Brandt"));
        assertThat(appointment.content().durationMinutes()).isEqualTo(Field.of(30));
        assertThat(appointment.patient()).isEqualTo(practice.bookingPatient("B1").patient());
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void lateCreatedThatProvesToBeOlderDoesNotBringItToLife() {
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-02T08:00:00Z"));

        Heard heard =
                practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-01T08:00:00Z"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void createdThatProvesToBeNewerThanTheCancellationIsBooked() {
        practice.hears(Webhook.appointmentCancelled("A1").occurredAt("2026-03-01T08:00:00Z"));

        Heard heard =
                practice.hears(Webhook.appointmentCreated("A1").occurredAt("2026-03-02T08:00:00Z"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void lateUpdateWithoutStatusLeavesItCancelled() {
        practice.hears(Webhook.appointmentCancelled("A1"));

        practice.hears(Webhook.appointmentUpdated("A1").by("Dr. Ida Brandt"));

        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void retryOfTheLateCreatedIsADuplicateAndNoRevival() {
        practice.hears(Webhook.appointmentCancelled("A1"));
        practice.hears(Webhook.appointmentCreated("A1"));

        Heard heard = practice.hears(Webhook.appointmentCreated("A1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void secondCreatedAfterTheLateOneAsks() {
        practice.hears(Webhook.appointmentCancelled("A1"));
        practice.hears(Webhook.appointmentCreated("A1"));

        Heard heard = practice.hears(Webhook.appointmentCreated("A1").lasting(60));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }
}
