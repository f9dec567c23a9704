package praxis.sandbox.database;

import praxis.testkit.PostgresServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Makes the database and its login roles, as an installation's superuser does once. */
public final class DatabaseRoles {
    private static final String SCRIPT = "/db/roles.sql";

    private DatabaseRoles() {}

    /**
     * Safe to run again.
     *
     * @param passwords by role
     */
    public static void prepare(
            PostgresServer server, String database, Map<String, String> passwords) {
        try {
            server.createDatabase(database);
            try (Connection connection = server.superuser(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(script());
                for (Map.Entry<String, String> each : passwords.entrySet()) {
                    setPassword(statement, each.getKey(), each.getValue());
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database roles cannot be made", failed);
        }
    }

    /** The statement takes no parameters, so name and password are quoted by the driver. */
    private static void setPassword(Statement statement, String role, String password)
            throws SQLException {
        statement.execute(
                "alter role %s password %s"
                        .formatted(
                                statement.enquoteIdentifier(role, true),
                                statement.enquoteLiteral(password)));
    }

    private static String script() {
        try (InputStream script = DatabaseRoles.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT + " is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
