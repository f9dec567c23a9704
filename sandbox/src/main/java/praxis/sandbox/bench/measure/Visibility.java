package praxis.sandbox.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the database for a row again and again until it is there, with a short rest in between: on
 * two cores, asking without rest would keep those from working who are waited for.
 */
public final class Visibility implements AutoCloseable {
    private static final Duration REST = Duration.ofNanos(100_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PreparedStatement lookUp;

    /**
     * Looks with one prepared statement.
     *
     * @param sql with one parameter: the row's id
     */
    public Visibility(Connection connection, String sql) throws SQLException {
        lookUp = connection.prepareStatement(sql);
    }

    /** The moment at which the row was seen, as {@link System#nanoTime} tells it. */
    public long await(String id) throws SQLException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        lookUp.setString(1, id);
        while (!isThere()) {
            if (System.nanoTime() > giveUp || Thread.interrupted()) {
                throw new InterruptedException(id + " did not become visible");
            }
            LockSupport.parkNanos(REST.toNanos());
        }
        return System.nanoTime();
    }

    private boolean isThere() throws SQLException {
        try (ResultSet row = lookUp.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void close() throws SQLException {
        lookUp.close();
    }
}
