package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

import java.time.Duration;

/** SPEC 3.3: identical bodies without an id, where they speak of patients. */
class RepeatedPatientBodyTest {

    private static final Webhook CREATED = Webhook.patientCreated("B1").phone("030 1234567");

    private final Practice practice = Practice.empty();

    @Test
    void whoseResultIsAlreadyTheStateIsADuplicate() {
        practice.hears(CREATED);

        assertThat(practice.hears(CREATED).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.patients()).isEqualTo(1);
    }

    @Test
    void inReviewTheSecondDeliveryIsADuplicate() {
        practice.files(Card.of("Annegret", "Sommerfeld").email("b1@example.org"));
        practice.hears(CREATED);

        assertThat(practice.hears(CREATED).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.openItems()).hasSize(1);
    }

    @Test
    void anIgnoredEventIsADuplicateTheSecondTime() {
        practice.ignores("B1");
        practice.hears(CREATED);

        assertThat(practice.hears(CREATED).status()).isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void whatTheToolChangedSinceIsAskedAbout() {
        practice.hears(CREATED);
        practice.hears(Webhook.patientUpdated("B1").phone("030 7654321"));

        Heard heard = practice.hears(CREATED);

        assertThat(heard.asked().kind()).isEqualTo(Kind.POSSIBLY_OUTDATED);
        assertThat(heard.asked().bookingPatient()).contains(practice.bookingPatient("B1").id());
        assertThat(practice.patientOf("B1").details().phone()).contains("030 7654321");
    }

    @Test
    void whatStaffChangedSinceIsADuplicateBecauseStaffWins() {
        practice.hears(CREATED);
        practice.notesPhone(practice.patientOf("B1").id(), "0171 2223334");

        assertThat(practice.hears(CREATED).status()).isEqualTo(ProcessingStatus.DUPLICATE);
    }

    @Test
    void aLateRetryDoesNotUndoTheDeletion() {
        practice.hears(CREATED);
        practice.hears(Webhook.patientDeleted("B1"));

        Heard heard = practice.hears(CREATED);

        assertThat(heard.asked().kind()).isEqualTo(Kind.POSSIBLY_OUTDATED);
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void aRetryOfTheDeletionDoesNotCancelWhatWasBookedSince() {
        practice.hears(CREATED);
        practice.hears(Webhook.patientDeleted("B1"));
        practice.hears(Webhook.appointmentCreated("A1"));

        Heard heard = practice.hears(Webhook.patientDeleted("B1"));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.appointment("A1").status()).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void beyondTheHorizonItIsARegistrationAnew() {
        practice.hears(CREATED);
        practice.hears(Webhook.patientDeleted("B1"));

        Heard heard = practice.later(Duration.ofDays(2)).hears(CREATED);

        assertThat(heard.status()).isNotEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.bookingPatient("B1").standing()).isNotEqualTo(Standing.ENDED);
    }

    @Test
    void aLateRetryOfAnAgreeingEventDoesNotSettleTheContradiction() {
        practice.hears(CREATED.named("Annegret", "Sommerfeld"));
        Webhook agreeing = Webhook.patientUpdated("B1").named("Annegret", "Sommerfeld");
        practice.hears(agreeing);
        practice.hears(Webhook.patientUpdated("B1").named("Brunhilde", "Sommerfeld"));

        assertThat(practice.hears(agreeing).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.openKinds()).containsExactly(Kind.LINK_CONTRADICTED);
    }
}
