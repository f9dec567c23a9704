package praxis.processor.simulate.invariant;

import java.util.function.Consumer;

/** Something that holds after every run. One is made for each run, and may remember things. */
public interface Invariant {
    /**
     * Looks at all that is left of a run.
     *
     * @param complaint told what is wrong, once for each thing that is
     */
    void check(History history, Consumer<String> complaint);

    default String name() {
        return getClass().getSimpleName();
    }

    /** Something that holds for each record, seen in the order of the log. */
    interface OfEachStep extends Invariant {
        @Override
        default void check(History history, Consumer<String> complaint) {
            for (Step step : history.steps()) {
                check(step, what -> complaint.accept(step + ": " + what));
            }
        }

        void check(Step step, Consumer<String> complaint);
    }
}
