package praxis.sandbox.bench.limit;

import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Copies log rows and their payloads. */
final class LogCopy {
    private static final String PRACTICE = "bench";
    private static final String OUTCOME =
            "{\"outcome\":\"applied\",\"patient\":\"linked\",\"rules\":1}";
    private static final String FINGERPRINT = "0123456789ab";
    private static final int LOG_COLUMNS = 16;
    private static final int PAYLOAD_COLUMNS = 5;
    private static final int PARTITION = 0;

    private final String copyLog;
    private final String copyPayloads;

    LogCopy(String schema) {
        copyLog =
                """
                copy %s.event_log (
                    partition_no, record_offset, id, practice_id, kind, event_type, webhook_id,
                    received_at, scheme, secret_fingerprint, backfill, booking_appointment_id,
                    processing_status, outcome, commitment, leaf)
                from stdin (format binary)
                """
                        .formatted(schema);
        copyPayloads =
                """
                copy %s.event_payloads (partition_no, record_offset, salt, body, not_jsonb)
                from stdin (format binary)
                """
                        .formatted(schema);
    }

    void write(Connection connection, List<LimitRow> rows) throws SQLException {
        BinaryRows log = new BinaryRows();
        BinaryRows payloads = new BinaryRows();
        for (LimitRow row : rows) {
            log(log, row);
            payloads.row(PAYLOAD_COLUMNS)
                    .integer(PARTITION)
                    .bigint(row.offset())
                    .bytea(row.salt().toArray())
                    .bytea(row.event().body().toArray())
                    .nothing();
        }
        copy(connection, copyLog, log);
        copy(connection, copyPayloads, payloads);
    }

    private static void log(BinaryRows log, LimitRow row) {
        log.row(LOG_COLUMNS)
                .integer(PARTITION)
                .bigint(row.offset())
                .uuid(row.id())
                .text(PRACTICE)
                .text("webhook")
                .text(row.event().type())
                .text(row.event().id())
                .timestamp(row.at())
                .text(row.event().scheme().wireName())
                .text(FINGERPRINT)
                .bool(false);
        row.event().appointment().ifPresentOrElse(booking -> log.text(booking.id()), log::nothing);
        byte[] digest = row.digest().toArray();
        log.text("success").text(OUTCOME).bytea(digest).bytea(digest);
    }

    private static void copy(Connection connection, String sql, BinaryRows rows)
            throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows.end());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
