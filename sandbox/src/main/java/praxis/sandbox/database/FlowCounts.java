package praxis.sandbox.database;

import java.util.Map;

/**
 * What the database holds at one moment.
 *
 * @param rowsByStatus log rows, by {@code processing_status}
 * @param parked appointments whose patient is not known yet
 */
public record FlowCounts(
        Map<String, Long> rowsByStatus, long patients, long appointments, long parked) {
    public static final FlowCounts NONE = new FlowCounts(Map.of(), 0, 0, 0);

    public long rows(String status) {
        return rowsByStatus.getOrDefault(status, 0L);
    }
}
