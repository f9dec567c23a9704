package praxis.processor.start;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Brings the tables up to date, as the migrator who puts on the owner's role: all of it or nothing.
 * Flyway by itself commits tables on one connection and notes on another that they are there; who
 * dies in between could never start again.
 */
public final class Migration {
    private final DataSource migrator;

    public Migration(DataSource migrator) {
        this.migrator = migrator;
    }

    /** Of two processors one migrates and one waits. */
    Outcome<MigrateResult> run() throws SQLException {
        try (Connection connection = migrator.getConnection()) {
            connection.setAutoCommit(false);
            MigrationQueries.awaitTurn(connection);
            MigrateResult result = flyway(OneTransaction.on(connection)).migrate();
            connection.commit();
            return new Outcome.Done<>(result);
        } catch (FlywayValidateException otherRelease) {
            return new Outcome.Refused<>(
                    "Not started: the tables were made by another release, from which this one does"
                        + " not lead on. Start the release that made them; the sandbox can start"
                        + " over with ./praxis up --fresh.");
        }
    }

    private static Flyway flyway(DataSource within) {
        return Flyway.configure()
                .dataSource(within)
                // Whatever it makes belongs to the owner, as whom nobody can log in.
                .initSql("set role praxis_owner")
                .locations("classpath:db/migration")
                .defaultSchema("migrations")
                .load();
    }
}
