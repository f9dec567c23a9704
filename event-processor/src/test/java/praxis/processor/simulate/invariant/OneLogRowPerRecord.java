package praxis.processor.simulate.invariant;

import praxis.processor.model.LogRow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Each record has one row in the log, and the rows of a partition stand in its order. */
final class OneLogRowPerRecord implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        Map<Integer, Long> next = new HashMap<>();
        for (LogRow row : history.run().rows()) {
            long expected = next.getOrDefault(row.partition(), 0L);
            if (row.offset() != expected) {
                complaint.accept(
                        "row "
                                + row.partition()
                                + ":"
                                + row.offset()
                                + " where "
                                + expected
                                + " is due");
            }
            next.put(row.partition(), Math.max(expected, row.offset() + 1));
        }
    }
}
