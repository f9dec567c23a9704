package praxis.processor.simulate.world;

import praxis.processor.apply.Snapshot;
import praxis.processor.model.LogRow;
import praxis.processor.model.OutboxRow;
import praxis.schemas.record.Bytes;

import java.util.List;

/**
 * What is left when a run has come to rest.
 *
 * @param rows the committed log rows in the order of their commits
 * @param accepted salts of all that was answered with an acceptance
 * @param sent announcements as they went out
 */
public record Aftermath(
        FakeLog log,
        Snapshot tables,
        List<LogRow> rows,
        List<Bytes> accepted,
        List<OutboxRow> sent,
        List<Statistics> statistics,
        Trace trace) {
    /**
     * What one living program has counted.
     *
     * @param committed rows that it knows to be committed
     * @param counted the sum over all that it says became of records
     */
    public record Statistics(String processor, long committed, long counted) {}
}
