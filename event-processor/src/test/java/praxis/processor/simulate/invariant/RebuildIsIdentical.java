package praxis.processor.simulate.invariant;

import praxis.processor.apply.PracticeTables;
import praxis.processor.model.LogRow;
import praxis.schemas.record.PracticeId;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The log, folded again record by record, gives the same rows, tables and roots. */
final class RebuildIsIdentical implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        Map<String, LogRow> refolded = new HashMap<>();
        history.rows().forEach(row -> refolded.put(place(row), row));
        for (LogRow lived : history.run().rows()) {
            LogRow again = refolded.get(place(lived));
            if (!lived.equals(again)) {
                complaint.accept(
                        lived
                                + " "
                                + lived.outcomeJson()
                                + " becomes "
                                + again
                                + " "
                                + (again == null ? "" : again.outcomeJson()));
                return;
            }
        }
        if (history.run().rows().size() == refolded.size()) {
            checkTables(history, complaint);
        }
    }

    private static String place(LogRow row) {
        return row.partition() + ":" + row.offset();
    }

    private static void checkTables(History history, Consumer<String> complaint) {
        Map<PracticeId, PracticeTables> lived = history.run().tables().practices();
        for (var practice : history.refolded().practices().entrySet()) {
            if (!Objects.equals(lived.get(practice.getKey()), practice.getValue())) {
                complaint.accept("the tables of " + practice.getKey() + " differ");
            }
        }
        if (!history.run().tables().progress().equals(history.refolded().progress())) {
            complaint.accept("the partitions stand elsewhere, or with another tree");
        }
    }
}
