package praxis.sandbox.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what has arrived in the database; the log is read on from where it was read to before. */
public final class FlowQueries {
    private final Map<String, Long> rowsByStatus = new TreeMap<>();
    private final Map<Integer, Long> nextOffsets = new HashMap<>();

    public FlowCounts count(Connection connection) throws SQLException {
        if (!isMigrated(connection)) {
            return FlowCounts.NONE;
        }
        for (Map.Entry<Integer, Long> progress : progress(connection).entrySet()) {
            countRows(connection, progress.getKey(), progress.getValue());
        }
        try (PreparedStatement query =
                        connection.prepareStatement(
                                """
                                select
                                    (select count(*) from projection.patients) as patients,
                                    count(*) as appointments,
                                    count(*) filter (where patient_id is null) as parked
                                from projection.appointments
                                """);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new FlowCounts(
                    Map.copyOf(rowsByStatus),
                    row.getLong("patients"),
                    row.getLong("appointments"),
                    row.getLong("parked"));
        }
    }

    private static boolean isMigrated(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select to_regclass('ledger.event_log') is not null");
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Map<Integer, Long> progress(Connection connection) throws SQLException {
        Map<Integer, Long> progress = new TreeMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select partition_no, next_offset from ledger.progress");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                progress.put(rows.getInt("partition_no"), rows.getLong("next_offset"));
            }
        }
        return progress;
    }

    private void countRows(Connection connection, int partition, long next) throws SQLException {
        long first = nextOffsets.getOrDefault(partition, 0L);
        if (first == next) {
            return;
        }
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        select processing_status, count(*) as rows
                        from ledger.event_log
                        where partition_no = ? and record_offset >= ? and record_offset < ?
                        group by processing_status
                        """)) {
            query.setInt(1, partition);
            query.setLong(2, first);
            query.setLong(3, next);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rowsByStatus.merge(
                            rows.getString("processing_status"), rows.getLong("rows"), Long::sum);
                }
            }
        }
        nextOffsets.put(partition, next);
    }
}
