package praxis.sandbox.bench.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables with the same columns as the real ones, and with nothing else or with all the rest. */
public enum LimitTables {
    /** A primary key each, nothing else to keep up. */
    BARE(
            "bench_bare",
            "excluding all",
            """
            alter table bench_bare.appointments
                add primary key (practice_id, booking_system_appointment_id);
            alter table bench_bare.event_log add primary key (partition_no, record_offset);
            alter table bench_bare.event_payloads add primary key (partition_no, record_offset);
            alter table bench_bare.progress add primary key (partition_no);
            """),
    /** Every index and check of the real ones. */
    INDEXED("bench_indexed", "including all", "");

    private final String schema;
    private final String like;
    private final String keys;

    LimitTables(String schema, String like, String keys) {
        this.schema = schema;
        this.like = like;
        this.keys = keys;
    }

    String schema() {
        return schema;
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            like(statement, "projection.appointments", "appointments");
            like(statement, "ledger.event_log", "event_log");
            like(statement, "ledger.event_payloads", "event_payloads");
            like(statement, "ledger.progress", "progress");
            statement.execute(keys);
            statement.execute("insert into " + schema + ".progress values (0, 0, 0, '', '')");
        }
    }

    private void like(Statement statement, String original, String copy) throws SQLException {
        statement.execute(
                "create table %s.%s (like %s %s)".formatted(schema, copy, original, like));
    }
}
