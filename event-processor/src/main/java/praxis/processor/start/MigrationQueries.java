package praxis.processor.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a migration asks of the database beside Flyway. */
final class MigrationQueries {
    /** Any number of our own; held until the transaction ends. */
    private static final String LOCK = "select pg_advisory_xact_lock(7170265819)";

    private MigrationQueries() {}

    /** Waits until nobody else migrates. */
    static void awaitTurn(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(LOCK);
        }
    }
}
