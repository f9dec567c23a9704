package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingPatient.Standing;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class BookingStateTest {
    private static final BookingPatientId B1 = new BookingPatientId("B1");
    private static final MatchKey OLD = new MatchKey("email:alt@example.org");
    private static final MatchKey NEW = new MatchKey("email:neu@example.org");

    private final BookingState state = new BookingState(PracticeId.DEFAULT, Settings.DEFAULT);

    @Test
    void findsAPatientUnderTheNewAddressOnly() {
        apply(mailed("alt@example.org"));
        apply(mailed("neu@example.org"));

        assertThat(state.patientsWith(OLD)).isEmpty();
        assertThat(state.patientsWith(NEW)).containsExactly(Patients.ID);
    }

    @Test
    void tellsTheStoreWhichKeysCameAndWent() {
        Patient stored = mailed("alt@example.org");
        state.load(stored);
        state.load(OLD, Patients.ID);

        apply(mailed("neu@example.org"));

        assertThat(state.changes().keysRemoved()).containsOnlyKeys(OLD);
        assertThat(state.changes().keysAdded()).containsOnlyKeys(NEW);
    }

    @Test
    void aKeyThatWentAndCameBackIsNotRemoved() {
        state.load(mailed("alt@example.org"));
        state.load(OLD, Patients.ID);

        apply(mailed("neu@example.org"));
        apply(mailed("alt@example.org"));

        assertThat(state.changes().keysRemoved()).containsOnlyKeys(NEW);
        assertThat(state.patientsWith(OLD)).containsExactly(Patients.ID);
    }

    @Test
    void anArchivedPatientIsFoundNoMore() {
        apply(mailed("alt@example.org"));
        apply(
                Patients.of(
                        mailed("alt@example.org").details(),
                        Optional.empty(),
                        Optional.of(Instant.EPOCH)));

        assertThat(state.patientsWith(OLD)).isEmpty();
    }

    @Test
    void aLinkThatMovesLeavesNothingBehind() {
        PatientId other = new PatientId(new UUID(5, 2));
        BookingPatient known = BookingPatient.unknown(B1);

        state.apply(List.of(new Effect.PutBookingPatient(known.linkedTo(Patients.ID))));
        state.apply(List.of(new Effect.PutBookingPatient(known.linkedTo(other))));

        assertThat(state.linksOf(Patients.ID)).isEmpty();
        assertThat(state.linksOf(other)).containsExactly(B1);

        state.apply(List.of(new Effect.PutBookingPatient(known.standing(Standing.ENDED))));
        assertThat(state.linksOf(other)).isEmpty();
    }

    @Test
    void onlyAnOpenItemIsFoundBySubject() {
        ReviewItem open =
                new ReviewItem(
                        new UUID(5, 3),
                        ReviewItem.Kind.UNKNOWN_PATIENT,
                        ReviewItem.Subject.identityOf(B1),
                        Optional.of(B1),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        new UUID(5, 4),
                        Optional.empty());
        state.apply(List.of(new Effect.PutReview(open)));
        assertThat(state.openReview(open.subject())).contains(open);

        state.apply(List.of(new Effect.PutReview(open.closedBecause(Instant.EPOCH, "linked"))));

        assertThat(state.openReview(open.subject())).isEmpty();
        assertThat(state.changes().reviews()).hasSize(1);
    }

    @Test
    void theNewestSignOfLifeCounts() {
        assertThat(state.lastSignOfLife()).isNull();

        state.noteSignOfLife(Instant.ofEpochSecond(20));
        state.noteSignOfLife(Instant.ofEpochSecond(10));

        assertThat(state.lastSignOfLife()).isEqualTo(Instant.ofEpochSecond(20));
    }

    private void apply(Patient patient) {
        state.apply(List.of(new Effect.PutPatient(patient)));
    }

    private static Patient mailed(String email) {
        return Patients.of(
                new Patient.Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(email),
                        Optional.empty(),
                        Optional.empty(),
                        Gender.UNKNOWN),
                Optional.empty(),
                Optional.empty());
    }
}
