package praxis.read;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import praxis.read.database.DatabaseAddress;
import praxis.testkit.PostgresServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database of its own for a test, in one PostgreSQL for all of them. */
public final class TestDatabase {
    public static final String OWNER = "praxis_owner";
    public static final String MIGRATOR = "praxis_migrator";
    public static final String PROCESSOR = "praxis_processor";
    public static final String READER = "praxis_reader";
    public static final String LIMITER = "praxis_limiter";

    public static final String PASSWORD = "only-for-tests";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final PostgresServer SERVER = startServer();

    private final String name;
    private @Nullable Connection processor;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase fresh() {
        try {
            TestDatabase database = new TestDatabase("read_" + COUNT.incrementAndGet());
            SERVER.createDatabase(database.name);
            prepare(SERVER, database.name);
            return database;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Makes the roles and runs the migrations, as an installation does. */
    public static void prepare(PostgresServer server, String name) throws SQLException {
        makeRoles(server, name);
        Flyway.configure()
                .dataSource(server.jdbcUrl(name), MIGRATOR, PASSWORD)
                .initSql("set role " + OWNER)
                .defaultSchema("migrations")
                .load()
                .migrate();
    }

    public String url() {
        return SERVER.jdbcUrl(name);
    }

    public DatabaseAddress reader() {
        return new DatabaseAddress(url(), READER, PASSWORD);
    }

    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, PASSWORD);
    }

    public Connection superuser() throws SQLException {
        return SERVER.superuser(name);
    }

    /** Runs one statement as the processor, on one connection for all of them. */
    public void execute(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = processor().prepareStatement(sql)) {
            for (int index = 0; index < arguments.length; index++) {
                statement.setObject(index + 1, arguments[index]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the processor sees. */
    public List<String> column(String sql) {
        try {
            return column(processor(), sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection processor() throws SQLException {
        Connection open = processor;
        if (open == null) {
            open = as(PROCESSOR);
            processor = open;
        }
        return open;
    }

    public static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void makeRoles(PostgresServer server, String name) throws SQLException {
        try (Connection connection = server.superuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/db/roles.sql"));
            for (String role : List.of(MIGRATOR, PROCESSOR, READER, LIMITER)) {
                statement.execute("alter role " + role + " password '" + PASSWORD + "'");
            }
        }
    }

    private static String resource(String path) {
        try (InputStream stream = TestDatabase.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PostgresServer startServer() {
        try {
            Path directory = Files.createTempDirectory("praxis-read-test");
            PostgresServer server = PostgresServer.start(directory.resolve("data"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop PostgreSQL"));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
