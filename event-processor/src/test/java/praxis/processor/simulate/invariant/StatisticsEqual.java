package praxis.processor.simulate.invariant;

import java.util.function.Consumer;

/** What a program counts is what it knows to be committed. */
final class StatisticsEqual implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        for (var counted : history.run().statistics()) {
            if (counted.committed() != counted.counted()) {
                complaint.accept(
                        counted.processor()
                                + " committed "
                                + counted.committed()
                                + " and tells of "
                                + counted.counted());
            }
        }
    }
}
