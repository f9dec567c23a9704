package praxis.processor.handle;

import praxis.processor.model.Decision;
import praxis.processor.model.LogRow;

/** A record, and what was decided on it. */
public record Folded(DecodedRecord record, Decision decision) {
    /** The row that the log keeps of it; depends on nothing else, so any thread may make it. */
    public LogRow toLogRow() {
        return LogRows.of(record, decision);
    }
}
