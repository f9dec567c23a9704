package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.command.StaffCommand.RestoreBookingPatient;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** SPEC 5: what a person's answer to "who is that?" does. */
class IdentityDecisionTest {
    private static final String EMAIL = "sommerfeld@example.org";

    private final Practice practice = Practice.empty();

    @Test
    void linkingShowsTheWaitingAppointmentsAtOnce() {
        PatientId benno = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        ReviewItem asked = practice.openItem();

        Heard heard = practice.answers(new Answer.Link(benno.value()));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(heard.outcome()).isEqualTo("decided");
        assertThat(heard.announcedTypes()).containsExactly("review.closed");
        assertThat(heard.decision().entry().concerns().earlierEvent()).contains(asked.eventId());
        assertThat(practice.openItems()).isEmpty();
        assertThat(practice.patientOf("B1").id()).isEqualTo(benno);
        assertThat(practice.appointment("A1").patient()).contains(benno);
        assertThat(settled(asked).by()).isEqualTo(Practice.ADMIN);
        assertThat(settled(asked).decision()).isEqualTo("link");
    }

    @Test
    void linkingDespiteAnotherNameLeavesOurNameAlone() {
        PatientId benno = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());

        practice.answers(new Answer.Link(benno.value()));
        Heard repeated = practice.hears(annegret().phone("030 998877"));

        assertThat(practice.patient(benno).details().firstName()).contains("Benno");
        assertThat(repeated.status()).isEqualTo(ProcessingStatus.SUCCESS);
        assertThat(practice.patient(benno).details().phone()).contains("030 998877");
    }

    @Test
    void linkingGoesToAnyPatientOfThePractice() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        PatientId other = practice.files(Card.of("Carla", "Unbeteiligt"));
        practice.hears(annegret());

        practice.answers(new Answer.Link(other.value()));

        assertThat(practice.patientOf("B1").id()).isEqualTo(other);
    }

    @Test
    void linkingToNobodyIsRefusedAndTheItemStaysOpen() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());

        Heard heard = practice.answers(new Answer.Link(new UUID(1, 1)));

        assertThat(heard.status()).isEqualTo(ProcessingStatus.ERROR);
        assertThat(heard.outcome()).isEqualTo(Refusal.NOT_FOUND.wireName());
        assertThat(heard.announcements()).isEmpty();
        assertThat(practice.openItems()).hasSize(1);
    }

    @Test
    void linkingToAnArchivedPatientIsRefused() {
        PatientId gone = practice.files(Card.of("Annegret", "Sommerfeld").archive());
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());

        assertThat(practice.answers(new Answer.Link(gone.value())).outcome())
                .isEqualTo(Refusal.NOT_FOUND.wireName());
    }

    @Test
    void creatingKeepsThePairApartForEver() {
        PatientId benno = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());

        practice.answers(new Answer.Create(Say.NOTHING));

        Patient created = practice.patientOf("B1");
        assertThat(created.id()).isNotEqualTo(benno);
        assertThat(created.details().firstName()).contains("Annegret");
        assertThat(practice.state().isKeptApart(new BookingPatientId("B1"), benno)).isTrue();
    }

    @Test
    void creatingTakesTheNameThatIsTypedIn() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        practice.answers(new Answer.Create(Say.named("Dora", "Immenkötter")));

        Patient created = practice.patientOf("B1");
        assertThat(created.details().lastName()).contains("Immenkötter");
        assertThat(practice.appointment("A1").patient()).contains(created.id());

        practice.hears(Webhook.patientCreated("B1").named("Dora", "Immenkötter").phone("030 1"));
        assertThat(practice.patient(created.id()).details().phone()).contains("030 1");
    }

    @Test
    void creatingWithoutAnyNameIsRefused() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        assertThat(practice.answers(new Answer.Create(Say.NOTHING)).outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
        assertThat(practice.openKinds()).containsExactly(Kind.UNKNOWN_PATIENT);
    }

    @Test
    void dismissingIgnoresTheBookingPatientUntilItIsRestored() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        practice.answers(new Answer.Dismiss());

        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.IGNORED);
        assertThat(practice.hasAppointment("A1")).isFalse();
        assertThat(practice.hears(annegret().phone("030 5")).outcome()).isEqualTo("ignored");
        assertThat(practice.hears(Webhook.appointmentCreated("A2").ofPatient("B1")).outcome())
                .isEqualTo("ignored");

        practice.orders(new RestoreBookingPatient(new BookingPatientId("B1")));

        assertThat(practice.hears(annegret().phone("030 6")).asked().kind())
                .isEqualTo(Kind.EMAIL_SHARED);
    }

    @Test
    void postponingLeavesItOpenForSevenDays() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());

        Heard heard = practice.answers(new Answer.Postpone(Optional.empty()));

        assertThat(heard.outcome()).isEqualTo("postponed");
        assertThat(heard.decision().entry().concerns().earlierEvent()).isEmpty();
        assertThat(practice.openItem().postponedUntil())
                .contains(practice.now().minusSeconds(1).plus(Duration.ofDays(7)));
    }

    @Test
    void aPostponedItemComesBackWhenTheQuestionChanges() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());
        practice.answers(new Answer.Postpone(Optional.empty()));

        practice.hears(annegret().email("other@example.org").named("Benno", "Sommerfeld"));
        practice.files(Card.of("Annegret", "Sommerfeld").born("1975-06-01"));
        practice.hears(annegret().version(2));

        assertThat(practice.openItem().postponedUntil()).isEmpty();
    }

    @Test
    void postponingIntoThePastIsRefused() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());

        assertThat(practice.answers(new Answer.Postpone(Optional.of(Practice.START))).outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
    }

    @Test
    void theFirstDecisionWinsAndTheSecondIsToldWhoWasFirst() {
        PatientId benno = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());
        ReviewItem item = practice.openItem();
        practice.answers(item, new Answer.Link(benno.value()));

        Heard second = practice.answers(item, new Answer.Dismiss());

        assertThat(second.outcome()).isEqualTo(Refusal.ALREADY_DECIDED.wireName());
        assertThat(second.error()).contains("link", Practice.ADMIN);
        assertThat(practice.patientOf("B1").id()).isEqualTo(benno);
    }

    @Test
    void whatALaterEventSettledCannotBeDecided() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        ReviewItem item = practice.openItem();
        practice.hears(annegret());

        assertThat(practice.answers(item, new Answer.Dismiss()).outcome())
                .isEqualTo(Refusal.ALREADY_CLOSED.wireName());
    }

    @Test
    void theSameOrderTwiceIsOneOrder() {
        PatientId benno = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());
        UUID id = new UUID(7, 7);
        DecideReview decide =
                new DecideReview(
                        practice.openItem().id(),
                        new Answer.Link(benno.value()),
                        Optional.of("kenne ich"));
        practice.orders(id, decide);

        Heard again = practice.orders(id, decide);

        assertThat(again.status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(again.changesNothing()).isTrue();
        assertThat(
                        practice.orders(id, new RestoreBookingPatient(new BookingPatientId("B1")))
                                .outcome())
                .isEqualTo(Refusal.ID_REUSED.wireName());
    }

    @Test
    void aRefusedOrderStaysRefused() {
        UUID id = new UUID(7, 8);
        RestoreBookingPatient restore = new RestoreBookingPatient(new BookingPatientId("B1"));
        assertThat(practice.orders(id, restore).outcome()).isEqualTo(Refusal.NOT_FOUND.wireName());
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        practice.hears(annegret());
        practice.answers(new Answer.Dismiss());

        assertThat(practice.orders(id, restore).status()).isEqualTo(ProcessingStatus.DUPLICATE);
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.IGNORED);
    }

    @Test
    void answersOfTheOtherKindAreRefused() {
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        assertThat(practice.answers(new Answer.TakeNew()).outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
        assertThat(practice.answers(new Answer.KeepCurrent()).outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
    }

    private ReviewItem.Settled settled(ReviewItem item) {
        return practice.state()
                .review(item.id())
                .flatMap(ReviewItem::closed)
                .flatMap(ReviewItem.Closing::settled)
                .orElseThrow();
    }

    private static Webhook annegret() {
        return Webhook.patientCreated("B1")
                .named("Annegret", "Sommerfeld")
                .email(EMAIL)
                .born("1975-06-01");
    }
}
