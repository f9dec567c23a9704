package praxis.processor.simulate.invariant;

import praxis.processor.model.ReviewItem;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A doubt has one open item, and what is closed is never asked under that id again. */
final class OneReviewItemPerDoubt implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        for (ReviewItem before : step.before().reviews().values()) {
            ReviewItem after = step.after().reviews().get(before.id());
            if (after == null) {
                complaint.accept("an item is gone");
            } else if (!before.isOpen() && !before.equals(after)) {
                complaint.accept("a closed item is changed");
            }
        }
        Set<ReviewItem.Subject> asked = new HashSet<>();
        for (ReviewItem item : step.after().reviews().values()) {
            if (item.isOpen() && !asked.add(item.subject())) {
                complaint.accept("the same is asked twice");
            }
        }
    }
}
