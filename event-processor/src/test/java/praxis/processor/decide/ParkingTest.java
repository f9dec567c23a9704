package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

import java.time.Duration;

/** SPEC 3.2: an appointment may come before its patient, and is never dropped. */
class ParkingTest {

    private final Practice practice = Practice.empty();

    @Test
    void appointmentBeforeItsPatientIsParked() {
        Heard heard = practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("parked");
        assertThat(practice.appointment("A1").patient()).isEmpty();
    }

    @Test
    void parkingOpensOneUnknownPatientItemDueOneHourAfterReceipt() {
        var received = practice.now();

        Heard first = practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        Heard second = practice.hears(Webhook.appointmentCreated("A2").ofPatient("B1"));

        assertThat(first.asked().kind()).isEqualTo(Kind.UNKNOWN_PATIENT);
        assertThat(first.asked().dueAt()).isEqualTo(received.plus(Duration.ofHours(1)));
        assertThat(first.announcedTypes()).containsExactly("review.opened");
        assertThat(second.asksNothing()).isTrue();
        assertThat(practice.openItem().id()).isEqualTo(first.asked().id());
    }

    @Test
    void parkedAppointmentsAppearTheMomentTheLinkExists() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        practice.hears(Webhook.appointmentCreated("A2").ofPatient("B1"));
        practice.hears(Webhook.appointmentCreated("A3").ofPatient("B2"));

        Heard heard = practice.hears(Webhook.patientCreated("B1"));

        var patient = practice.bookingPatient("B1").patient();
        assertThat(heard.outcome()).isEqualTo("created");
        assertThat(practice.appointment("A1").patient()).isPresent().isEqualTo(patient);
        assertThat(practice.appointment("A2").patient()).isEqualTo(patient);
        assertThat(practice.appointment("A3").patient()).isEmpty();
    }

    @Test
    void theLinkClosesTheItem() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        Heard heard = practice.hears(Webhook.patientCreated("B1"));

        assertThat(practice.openItems()).isEmpty();
        assertThat(heard.announcedTypes()).containsExactly("review.closed");
    }

    @Test
    void whileThePatientIsInReviewItIsParkedWithoutAnotherItem() {
        inReview("B1");

        Heard heard = practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        assertThat(heard.outcome()).isEqualTo("parked");
        assertThat(practice.openKinds()).containsExactly(Kind.EMAIL_ONLY);
    }

    @Test
    void theItemIsReEvaluatedUnderTheSameIdWhenThePatientComesAndIsInDoubt() {
        Heard parked = practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        inReview("B1");

        var item = practice.openItem();
        assertThat(item.id()).isEqualTo(parked.asked().id());
        assertThat(item.kind()).isEqualTo(Kind.EMAIL_ONLY);
        assertThat(item.openedAt()).isEqualTo(parked.asked().openedAt());
        assertThat(item.dueAt()).isBefore(parked.asked().dueAt());
        assertThat(item.candidates()).hasSize(1);
    }

    @Test
    void aCancellationAloneOpensNone() {
        Heard full = practice.hears(Webhook.appointmentCancelled("A1").ofPatient("B1"));
        Heard bare = practice.hears(Webhook.appointmentCancelled("A2"));

        assertThat(full.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(bare.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void lateCreatedOfCancelledAppointmentOpensNone() {
        practice.hears(Webhook.appointmentCancelled("A1"));

        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        assertThat(practice.openItems()).isEmpty();
    }

    @Test
    void cancelledAppointmentFindsItsPatientToo() {
        practice.hears(Webhook.appointmentCancelled("A1").ofPatient("B1"));

        practice.hears(Webhook.patientCreated("B1"));

        assertThat(practice.appointment("A1").patient())
                .isEqualTo(practice.bookingPatient("B1").patient());
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void parkedAppointmentsChangeWhileTheyWait() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        Heard heard = practice.hears(Webhook.appointmentUpdated("A1").ofPatient("B1").lasting(60));

        assertThat(heard.outcome()).isEqualTo("parked");
        assertThat(practice.appointment("A1").content().durationMinutes().toOptional())
                .contains(60);
    }

    private void inReview(String id) {
        practice.files(Card.of("Annegret", "Sommerfeld").email("sommerfeld@example.org"));
        Heard heard = practice.hears(Webhook.patientCreated(id).email("sommerfeld@example.org"));
        assertThat(heard.status()).isEqualTo(ProcessingStatus.NEEDS_REVIEW);
    }
}
