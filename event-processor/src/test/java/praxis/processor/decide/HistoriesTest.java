package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.decide.Histories.Step;
import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.MatchKey;
import praxis.processor.model.MatchKeys;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** What holds whatever is heard, in whatever order: tried on histories that are made up. */
class HistoriesTest {
    private static final int HISTORIES = 1_000;

    @Test
    void theSameHistoryFoldedTwiceGivesTheSameState() {
        forEachSeed(
                seed -> {
                    Practice once = Histories.practice(seed);
                    Practice twice = Histories.practice(seed);
                    for (Step step : Histories.of(seed)) {
                        assertThat(step.in(once)).isEqualTo(step.in(twice));
                    }
                    assertThat(once.state().changes()).isEqualTo(twice.state().changes());
                });
    }

    @Test
    void anEventWithAnIdDeliveredAgainChangesNothing() {
        forEachSeed(
                seed -> {
                    Practice practice = Histories.practice(seed);
                    List<Step> steps = Histories.of(seed);
                    steps.forEach(step -> step.in(practice));
                    for (Step step : steps) {
                        boolean hasId =
                                step.webhook().signedId().isPresent()
                                        || step.webhook().document().has("event_id");
                        if (hasId) {
                            Snapshot before = Snapshot.of(practice.state());
                            step.in(practice);
                            assertThat(Snapshot.of(practice.state())).isEqualTo(before);
                        }
                    }
                });
    }

    @Test
    void anEventWithoutIdDeliveredTwiceInARowChangesNothing() {
        forEachSeed(
                seed -> {
                    Practice practice = Histories.practice(seed);
                    for (Step step : Histories.of(seed)) {
                        step.in(practice);
                        Snapshot before = Snapshot.of(practice.state()).withoutEvents();
                        practice.hears(step.webhook());
                        assertThat(Snapshot.of(practice.state()).withoutEvents()).isEqualTo(before);
                    }
                });
    }

    @Test
    void anAppointmentBelongsToAPatientWhomItsBookingPatientWasLinkedTo() {
        forEachSeed(
                seed -> {
                    Practice practice = Histories.practice(seed);
                    Map<BookingPatientId, Set<PatientId>> everLinked = new HashMap<>();
                    for (Step step : Histories.of(seed)) {
                        step.in(practice);
                        for (BookingPatient known :
                                practice.state().changes().bookingPatients().values()) {
                            known.patient()
                                    .ifPresent(
                                            to ->
                                                    everLinked
                                                            .computeIfAbsent(
                                                                    known.id(),
                                                                    _ -> new HashSet<>())
                                                            .add(to));
                        }
                        practice.state()
                                .changes()
                                .appointments()
                                .values()
                                .forEach(each -> belongs(each, practice.state(), everLinked));
                    }
                });
    }

    private static void belongs(
            Appointment appointment,
            BookingState state,
            Map<BookingPatientId, Set<PatientId>> everLinked) {
        if (appointment.patient().isPresent()) {
            assertThat(everLinked.get(appointment.bookingPatient().orElseThrow()))
                    .contains(appointment.patient().get());
        } else {
            // Nothing stays parked once the link exists.
            assertThat(
                            appointment
                                    .bookingPatient()
                                    .flatMap(state::bookingPatient)
                                    .flatMap(BookingPatient::patient))
                    .isEmpty();
        }
    }

    @Test
    void atMostOneItemIsOpenForEachSubject() {
        forEachStep(
                (practice, _) ->
                        assertThat(practice.openItems())
                                .extracting(ReviewItem::subject)
                                .doesNotHaveDuplicates());
    }

    @Test
    void whatNeedsReviewHasAnOpenItemAndWhoIsInReviewToo() {
        forEachStep(
                (practice, heard) -> {
                    if (heard.status() == ProcessingStatus.NEEDS_REVIEW) {
                        assertThat(practice.openItems()).contains(heard.asked());
                    }
                    for (BookingPatient known :
                            practice.state().changes().bookingPatients().values()) {
                        if (known.standing() == Standing.IN_REVIEW) {
                            assertThat(
                                            practice.state()
                                                    .openReview(
                                                            ReviewItem.Subject.identityOf(
                                                                    known.id())))
                                    .isPresent();
                        }
                    }
                });
    }

    @Test
    void errorsAndDuplicatesChangeNothing() {
        forEachStep(
                (_, heard) -> {
                    if (heard.status() == ProcessingStatus.ERROR
                            || heard.status() == ProcessingStatus.DUPLICATE) {
                        assertThat(heard.decision().effects())
                                .hasSize(heard.announcements().size());
                    }
                });
    }

    @Test
    void noPatientHasTwoBookingPatientsUnlessAPersonSaysSo() {
        forEachStep(
                (practice, _) ->
                        assertThat(
                                        practice
                                                .state()
                                                .changes()
                                                .bookingPatients()
                                                .values()
                                                .stream()
                                                .flatMap(known -> known.patient().stream()))
                                .doesNotHaveDuplicates());
    }

    @Test
    void theIndexOfMatchKeysAgreesWithThePatients() {
        forEachStep(
                (practice, _) -> {
                    Map<MatchKey, Set<PatientId>> expected = new HashMap<>();
                    for (Patient patient : practice.state().changes().patients().values()) {
                        for (MatchKey key : MatchKeys.of(patient)) {
                            expected.computeIfAbsent(key, _ -> new HashSet<>()).add(patient.id());
                        }
                    }
                    expected.forEach(
                            (key, bearers) ->
                                    assertThat(practice.state().patientsWith(key))
                                            .containsExactlyInAnyOrderElementsOf(bearers));
                    assertThat(practice.state().changes().keysAdded().keySet())
                            .isEqualTo(expected.keySet());
                });
    }

    /** Holds after each step of each history. */
    private interface Invariant {
        void check(Practice practice, Heard heard);
    }

    private static void forEachStep(Invariant invariant) {
        forEachSeed(
                seed -> {
                    Practice practice = Histories.practice(seed);
                    for (Step step : Histories.of(seed)) {
                        invariant.check(practice, step.in(practice));
                    }
                });
    }

    private static void forEachSeed(LongConsumer check) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            try {
                check.accept(seed);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }
}
