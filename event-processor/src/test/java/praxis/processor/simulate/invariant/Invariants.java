package praxis.processor.simulate.invariant;

import java.util.ArrayList;
import java.util.List;

/** All of them. */
public final class Invariants {
    private Invariants() {}

    static List<Invariant> fresh() {
        return List.of(
                new AbsentKeepsNullClears(),
                new CancelledStaysCancelledWithoutProof(),
                new ErrorTakesNoIdentity(),
                new EventTypeBeatsStatus(),
                new BookingPatientHasAtMostOnePatient(),
                new EveryAcceptedEventIsInTheLog(),
                new EveryAnnouncementIsPublished(),
                new EveryParkedAppointmentIsSomewhere(),
                new FirstDecisionCounts(),
                new KeptApartStaysApart(),
                new LoginIsOnePatients(),
                new NoEventAppliedTwice(),
                new NoLinkToTwoPatients(),
                new NoSilentMerge(),
                new NobodyIsToldOfHistory(),
                new NonsenseIsAnError(),
                new NothingUnappliedChangesAnything(),
                new OlderNeverOverwritesNewer(),
                new OneLogRowPerRecord(),
                new OneReviewItemPerDoubt(),
                new ProgressEqualsLogRows(),
                new PublishedInOrder(),
                new RebuildIsIdentical(),
                new RetryWithoutIdIsNoNewEvent(),
                new SettingsAreNotChangedUnseen(),
                new SignOfLifeIsTheNewestReceipt(),
                new StatisticsEqual(),
                new TheLogIsReadToItsEnd(),
                new TimesAreReadAsThePracticeChose(),
                new TreeIsThatOfTheLog(),
                new WhatNeedsReviewIsAsked());
    }

    /** What does not hold, at most one violation of each invariant. */
    public static List<Violation> violated(History history) {
        List<Violation> violations = new ArrayList<>();
        for (Invariant invariant : fresh()) {
            List<String> complaints = new ArrayList<>();
            invariant.check(history, complaints::add);
            complaints.stream()
                    .findFirst()
                    .ifPresent(what -> violations.add(new Violation(invariant.name(), what)));
        }
        return violations;
    }
}
