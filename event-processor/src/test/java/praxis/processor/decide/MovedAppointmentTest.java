package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

/** SPEC 3.2: another booking patient id is asked about, never moved silently. */
class MovedAppointmentTest {

    private final Practice practice = Practice.thatKnows("B1", "B2");

    @Test
    void appointmentOfAnotherBookingPatientIsAskedAbout() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        var before = practice.appointment("A1");

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B2").lasting(60));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
        assertThat(heard.asked().kind()).isEqualTo(Kind.APPOINTMENT_MOVED);
        assertThat(heard.asked().bookingPatient()).contains(practice.bookingPatient("B1").id());
        assertThat(practice.appointment("A1")).isEqualTo(before);
    }

    @Test
    void movingAndCancellingAtOnceIsAskedAboutToo() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        Heard heard = practice.hears(Webhook.appointmentCancelled("A1").ofPatient("B2"));

        assertThat(heard.asked().kind()).isEqualTo(Kind.APPOINTMENT_MOVED);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void evenProofMovesNothing() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1").version(1));

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B2").version(2));

        assertThat(heard.asked().kind()).isEqualTo(Kind.APPOINTMENT_MOVED);
    }

    @Test
    void anOlderMoveIsStaleAndFillsNothing() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1").version(2));
        var before = practice.appointment("A1");

        Heard heard =
                practice.hears(
                        Webhook.appointmentCreated("A1")
                                .ofPatient("B2")
                                .by("Dr. Ida Brandt")
                                .version(1));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.STALE);
        assertThat(practice.appointment("A1")).isEqualTo(before);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void cancellationByIdAloneMovesNothing() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        Heard heard = practice.hears(Webhook.appointmentCancelled("A1"));

        assertThat(heard.asksNothing()).isTrue();
        assertThat(practice.appointment("A1").bookingPatient())
                .contains(practice.bookingPatient("B1").id());
    }

    @Test
    void parkedAppointmentIsNotMovedEither() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B7"));

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B2"));

        assertThat(heard.asked().kind()).isEqualTo(Kind.APPOINTMENT_MOVED);
        assertThat(practice.appointment("A1").patient()).isEmpty();
    }

    @Test
    void aMoveToAnIgnoredBookingPatientIsAskedAboutToo() {
        practice.ignores("B9");
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B9"));

        assertThat(heard.asked().kind()).isEqualTo(Kind.APPOINTMENT_MOVED);
    }
}
