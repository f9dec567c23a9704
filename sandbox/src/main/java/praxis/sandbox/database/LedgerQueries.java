package praxis.sandbox.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the whole log of events. */
public final class LedgerQueries {
    private static final int ROWS_AT_ONCE = 1_000;

    private LedgerQueries() {}

    /** In the order of the log, partition by partition. */
    public static void forEach(Connection connection, Consumer<LoggedEvent> action)
            throws SQLException {
        // Otherwise the driver fetches all rows before it gives the first.
        connection.setAutoCommit(false);
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        select event_log.id, partition_no, record_offset, practice_id, webhook_id,
                            event_type, processing_status,
                            encode(sha256(event_payloads.body), 'hex') as digest
                        from ledger.event_log
                            left join ledger.event_payloads using (partition_no, record_offset)
                        order by partition_no, record_offset
                        """)) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    action.accept(event(row));
                }
            }
        }
        connection.rollback();
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getObject("id", UUID.class),
                row.getInt("partition_no"),
                row.getLong("record_offset"),
                Optional.ofNullable(row.getString("practice_id")).orElse(""),
                Optional.ofNullable(row.getString("webhook_id")),
                Optional.ofNullable(row.getString("event_type")).orElse(""),
                row.getString("processing_status"),
                Optional.ofNullable(row.getString("digest")).orElse(""));
    }
}
