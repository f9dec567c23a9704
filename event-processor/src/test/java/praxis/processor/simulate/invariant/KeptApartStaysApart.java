package praxis.processor.simulate.invariant;

import praxis.processor.model.BookingPatient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.record.PracticeId;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A pair that staff kept apart is never linked by itself, and never proposed again. */
final class KeptApartStaysApart implements Invariant.OfEachStep {
    private final Set<Pair> apart = new HashSet<>();

    private record Pair(PracticeId practice, BookingPatientId one, PatientId other) {}

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.has(ProcessingStatus.SUCCESS)) {
            step.order().ifPresent(order -> note(step, order));
        }
        for (ReviewItem item : step.after().reviews().values()) {
            boolean isNew = !item.equals(step.before().reviews().get(item.id()));
            boolean proposed =
                    item.candidates().stream()
                            .anyMatch(it -> isApart(step, item.bookingPatient(), it.patient()));
            if (item.isOpen() && isNew && item.kind().asksWho() && proposed) {
                complaint.accept("a pair that was kept apart is proposed");
            }
        }
        if (!step.isOrder()) {
            step.after().bookingPatients().values().stream()
                    .filter(each -> isLinkedNow(step, each))
                    .filter(each -> isApart(step, Optional.of(each.id()), each.patient().get()))
                    .forEach(each -> complaint.accept(each.id().value() + " was kept apart"));
        }
    }

    private static boolean isLinkedNow(Step step, BookingPatient each) {
        BookingPatient before = step.before().bookingPatients().get(each.id());
        return each.patient().isPresent()
                && (before == null || !before.patient().equals(each.patient()));
    }

    private boolean isApart(Step step, Optional<BookingPatientId> one, PatientId other) {
        return one.filter(id -> apart.contains(new Pair(step.practice(), id, other))).isPresent();
    }

    private void note(Step step, SentCommand order) {
        switch (order.command()) {
            case StaffCommand.DecideReview(var review, Answer.Create _, var _) -> {
                ReviewItem item = Objects.requireNonNull(step.before().reviews().get(review));
                item.candidates()
                        .forEach(
                                it ->
                                        apart.add(
                                                new Pair(
                                                        step.practice(),
                                                        item.bookingPatient().orElseThrow(),
                                                        it.patient())));
            }
            case StaffCommand.UnlinkPatient(var patient, var _) ->
                    step.before().bookingPatients().values().stream()
                            .filter(
                                    each ->
                                            each.patient()
                                                    .equals(Optional.of(new PatientId(patient))))
                            .filter(
                                    each ->
                                            step.after()
                                                    .bookingPatient(Optional.of(each.id().value()))
                                                    .filter(it -> it.patient().isEmpty())
                                                    .isPresent())
                            .forEach(
                                    each ->
                                            apart.add(
                                                    new Pair(
                                                            step.practice(),
                                                            each.id(),
                                                            new PatientId(patient))));
            case StaffCommand.DecideReview _,
                    StaffCommand.CreatePatient _,
                    StaffCommand.ChangePatient _,
                    StaffCommand.LinkPatient _,
                    StaffCommand.RestoreBookingPatient _,
                    StaffCommand.ChangeSettings _,
                    StaffCommand.ChangeTherapists _,
                    StaffCommand.ConnectLogin _,
                    StaffCommand.RedriveEvent _,
                    StaffCommand.IssueCalendarFeed _,
                    StaffCommand.RevokeCalendarFeed _ -> {
                // Keeps nobody apart.
            }
        }
    }
}
