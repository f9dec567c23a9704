package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** An id that no settled event bears is free: a corrected resend is processed. */
final class ErrorTakesNoIdentity implements Invariant.OfEachStep {
    private final Set<String> settled = new HashSet<>();

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.delivery().id().isEmpty()) {
            return;
        }
        String key = step.practice() + "/" + step.delivery().id().get();
        boolean refused = step.has(ProcessingStatus.DUPLICATE) || step.has(ProcessingStatus.ERROR);
        if (step.news().isPresent() && !settled.contains(key) && refused) {
            complaint.accept("its id was taken by nothing that was settled");
        }
        if (step.news().isPresent() && step.settled()) {
            settled.add(key);
        }
    }
}
