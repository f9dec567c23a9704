package praxis.sandbox.bench.limit;

import praxis.sandbox.bench.traffic.BenchTraffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a processor would have to write if there were nothing to read, to match or to decide:
 * appointments, log rows and the position, one transaction per batch, over one connection.
 */
public final class CopyLimit {
    /** What ARCHITECTURE.md's figure was taken with. */
    public static final int BATCH = 2_000;

    private final Connection connection;
    private final LimitTables tables;
    private final BenchTraffic traffic;
    private final InstantSource clock;
    private final AppointmentUpsert appointments;
    private final LogCopy log;
    private long offset;

    private CopyLimit(
            Connection connection, LimitTables tables, BenchTraffic traffic, InstantSource clock) {
        this.connection = connection;
        this.tables = tables;
        this.traffic = traffic;
        this.clock = clock;
        this.appointments = new AppointmentUpsert(tables.schema());
        this.log = new LogCopy(tables.schema());
    }

    /**
     * Makes the tables, which must not be there yet.
     *
     * @param connection for nobody else from now on
     */
    public static CopyLimit prepare(
            Connection connection, LimitTables tables, BenchTraffic traffic, InstantSource clock)
            throws SQLException {
        tables.create(connection);
        connection.setAutoCommit(false);
        return new CopyLimit(connection, tables, traffic, clock);
    }

    /** Records per second, of at least so many records that nobody has seen before. */
    public double run(int records) throws SQLException {
        List<List<LimitRow>> batches = new ArrayList<>();
        for (int made = 0; made < records; made += BATCH) {
            batches.add(batch());
        }
        long begin = System.nanoTime();
        for (List<LimitRow> batch : batches) {
            write(batch);
        }
        return batches.size() * BATCH / ((System.nanoTime() - begin) / 1e9);
    }

    private List<LimitRow> batch() {
        List<LimitRow> rows = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            rows.add(LimitRow.of(offset++, traffic.next(), clock.instant()));
        }
        return rows;
    }

    private void write(List<LimitRow> batch) throws SQLException {
        String position = "update " + tables.schema() + ".progress set next_offset = ?";
        try (PreparedStatement update = connection.prepareStatement(position)) {
            update.setLong(1, batch.getLast().offset() + 1);
            update.executeUpdate();
        }
        appointments.write(connection, batch);
        log.write(connection, batch);
        connection.commit();
    }
}
