package praxis.processor.start;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

import javax.sql.DataSource;

/** Brings the tables up to date, as the migrator who puts on the owner's role. */
public final class Migration {
    private final DataSource migrator;

    public Migration(DataSource migrator) {
        this.migrator = migrator;
    }

    /** Flyway holds a lock meanwhile, so that of two processors one migrates and one waits. */
    Outcome<MigrateResult> run() {
        try {
            return new Outcome.Done<>(
                    Flyway.configure()
                            .dataSource(migrator)
                            // Whatever it makes belongs to the owner, as whom nobody can log in.
                            .initSql("set role praxis_owner")
                            .locations("classpath:db/migration")
                            .defaultSchema("migrations")
                            .load()
                            .migrate());
        } catch (FlywayValidateException otherRelease) {
            return new Outcome.Refused<>(
                    "Not started: the tables were made by another release, from which this one does"
                        + " not lead on. Start the release that made them; the sandbox can start"
                        + " over with ./praxis up --fresh.");
        }
    }
}
