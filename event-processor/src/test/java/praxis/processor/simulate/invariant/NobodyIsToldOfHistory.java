package praxis.processor.simulate.invariant;

import java.util.function.Consumer;

/** A backfill announces nothing. */
final class NobodyIsToldOfHistory implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        boolean marked = step.delivery().backfill() && step.row().backfill();
        if (marked && !step.row().announcements().isEmpty()) {
            complaint.accept("somebody is notified because of it");
        }
    }
}
