package praxis.testkit;

import java.sql.Connection;
import java.sql.SQLException;

/** A real PostgreSQL for tests, wherever it runs. */
public interface DatabaseServer extends AutoCloseable {
    String SUPERUSER = "postgres";

    String jdbcUrl(String database);

    Connection superuser(String database) throws SQLException;

    /** Makes an empty database owned by the superuser; one that is there already stays. */
    void createDatabase(String name) throws SQLException;

    /** Returns when the server is gone. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
