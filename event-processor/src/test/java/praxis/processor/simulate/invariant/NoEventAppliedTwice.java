package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.schemas.record.Bytes;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What has an id is settled once; then it is a duplicate, and with another body an error. */
final class NoEventAppliedTwice implements Invariant.OfEachStep {
    private final Map<String, Bytes> settled = new HashMap<>();

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.news().isEmpty() || step.delivery().id().isEmpty()) {
            return;
        }
        String key = step.practice() + "/" + step.delivery().id().get();
        Bytes before = settled.get(key);
        if (before == null) {
            if (step.settled()) {
                settled.put(key, step.delivery().body());
            }
        } else if (!step.has(again(step, before))) {
            complaint.accept("it is the second of its id");
        }
    }

    private static ProcessingStatus again(Step step, Bytes before) {
        return Objects.equals(before, step.delivery().body())
                ? ProcessingStatus.DUPLICATE
                : ProcessingStatus.ERROR;
    }
}
