package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Kind;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.ChangePatient;
import praxis.schemas.command.StaffCommand.CreatePatient;
import praxis.schemas.command.StaffCommand.LinkPatient;
import praxis.schemas.command.StaffCommand.UnlinkPatient;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.Field;

import java.util.Optional;
import java.util.UUID;

/** What staff order about the practice's patients and their links. */
class StaffOrdersTest {
    private static final BookingPatientId B1 = new BookingPatientId("B1");

    private final Practice practice = Practice.empty();

    @Test
    void aPatientOfTheirOwnIsFoundByALaterNewcomer() {
        Heard heard =
                practice.orders(
                        new CreatePatient(
                                Say.named("Annegret", "Sommerfeld"), Optional.of("therapist-9")));
        PatientId id = heard.decision().entry().concerns().patient().orElseThrow();
        practice.orders(new ChangePatient(id.value(), Say.born("1975-06-01"), Field.absent()));

        practice.hears(
                Webhook.patientCreated("B1").named("Annegret", "Sommerfeld").born("1975-06-01"));

        assertThat(practice.patient(id).therapistId()).contains("therapist-9");
        assertThat(practice.openKinds()).containsExactly(Kind.EMAIL_MISSING);
    }

    @Test
    void whatStaffTouchedTheToolLeavesAlone() {
        practice.hears(Webhook.patientCreated("B1").phone("030 1"));
        PatientId id = practice.patientOf("B1").id();

        practice.orders(new ChangePatient(id.value(), Say.noPhone(), Field.absent()));
        practice.hears(Webhook.patientUpdated("B1").phone("030 2"));

        assertThat(practice.patient(id).details().phone()).isEmpty();
    }

    @Test
    void nobodyIsCreatedOrLeftWithoutAName() {
        assertThat(practice.orders(new CreatePatient(Say.noPhone(), Optional.empty())).outcome())
                .isEqualTo(Refusal.NOT_POSSIBLE.wireName());
        assertThat(practice.patients()).isZero();
    }

    @Test
    void aChangeOfNothingIsSaidToBeNone() {
        PatientId id = practice.files(Card.of("Annegret", "Sommerfeld"));

        assertThat(
                        practice.orders(new ChangePatient(id.value(), Say.NOTHING, Field.absent()))
                                .outcome())
                .isEqualTo("unchanged");
        assertThat(
                        practice.orders(
                                        new ChangePatient(
                                                new UUID(3, 3), Say.NOTHING, Field.absent()))
                                .outcome())
                .isEqualTo(Refusal.NOT_FOUND.wireName());
    }

    @Test
    void linkingByHandClosesTheQuestionAndBringsTheAppointments() {
        PatientId id = practice.files(Card.of("Annegret", "Sommerfeld"));
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));

        assertThat(practice.orders(new LinkPatient(id.value(), B1)).outcome()).isEqualTo("linked");

        assertThat(practice.openItems()).isEmpty();
        assertThat(practice.appointment("A1").patient()).contains(id);
        assertThat(practice.orders(new LinkPatient(id.value(), B1)).outcome())
                .isEqualTo("unchanged");
    }

    @Test
    void aLinkIsNeverTakenFromAnotherPatient() {
        practice.hears(Webhook.patientCreated("B1"));
        PatientId other = practice.files(Card.of("Carla", "Unbeteiligt"));

        assertThat(practice.orders(new LinkPatient(other.value(), B1)).outcome())
                .isEqualTo(Refusal.LINKED_ELSEWHERE.wireName());
    }

    @Test
    void unlinkingMovesTheAppointmentsBackAndAsksWhereTheyBelong() {
        practice.hears(Webhook.patientCreated("B1").email("b1@example.org"));
        practice.hears(Webhook.appointmentCreated("A1").ofPatient("B1"));
        PatientId id = practice.patientOf("B1").id();

        Heard heard = practice.orders(new UnlinkPatient(id.value(), Optional.empty()));

        assertThat(heard.outcome()).isEqualTo("unlinked");
        assertThat(practice.openKinds()).containsExactly(Kind.UNLINKED);
        assertThat(practice.appointment("A1").patient()).isEmpty();
        assertThat(practice.bookingPatient("B1").standing()).isEqualTo(Standing.IN_REVIEW);
        Patient left = practice.patient(id);
        assertThat(left.bookingSystemId()).isEmpty();
        assertThat(left.bookingEmail()).isEmpty();
        assertThat(practice.state().isKeptApart(B1, id)).isTrue();
    }

    @Test
    void anUnlinkedPairIsNeverProposedNorCreatedAnew() {
        practice.hears(Webhook.patientCreated("B1").email("b1@example.org"));
        PatientId id = practice.patientOf("B1").id();
        practice.orders(new UnlinkPatient(id.value(), Optional.of(B1)));

        practice.hears(Webhook.patientUpdated("B1").email("b1@example.org").phone("030 4"));

        assertThat(practice.openKinds()).containsExactly(Kind.UNLINKED);
        assertThat(practice.openItem().candidates()).isEmpty();
        assertThat(practice.patients()).isEqualTo(1);

        practice.answers(new Answer.Create(Say.named("Dora", "Immenkötter")));
        assertThat(practice.patientOf("B1").id()).isNotEqualTo(id);
    }

    @Test
    void ofSeveralLinksOneHasToBeNamed() {
        PatientId id = practice.files(Card.of("Annegret", "Sommerfeld"));
        practice.orders(new LinkPatient(id.value(), B1));
        practice.orders(new LinkPatient(id.value(), new BookingPatientId("B2")));

        assertThat(practice.orders(new UnlinkPatient(id.value(), Optional.empty())).outcome())
                .isEqualTo(Refusal.SEVERAL_LINKS.wireName());

        practice.orders(new UnlinkPatient(id.value(), Optional.of(B1)));
        assertThat(practice.patient(id).bookingSystemId()).contains(new BookingPatientId("B2"));
    }

    @Test
    void unlinkingWhatIsNotLinkedChangesNothing() {
        PatientId id = practice.files(Card.of("Annegret", "Sommerfeld"));

        assertThat(practice.orders(new UnlinkPatient(id.value(), Optional.empty())).outcome())
                .isEqualTo("unchanged");
    }
}
