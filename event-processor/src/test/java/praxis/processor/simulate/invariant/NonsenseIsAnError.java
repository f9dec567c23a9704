package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;

import java.util.function.Consumer;

/** What means nothing is an error row, and what means something is not for that reason. */
final class NonsenseIsAnError implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        boolean nonsense = step.said().isEmpty() && !step.isOrder();
        if (nonsense && !step.has(ProcessingStatus.ERROR)) {
            complaint.accept("nonsense is taken for an event");
        }
        if (step.said().isPresent()
                && step.delivery().id().isEmpty()
                && step.has(ProcessingStatus.ERROR)) {
            complaint.accept("a proper event is an error: " + step.row().entry().error());
        }
    }
}
