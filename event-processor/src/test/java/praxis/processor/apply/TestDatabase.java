package praxis.processor.apply;

import org.flywaydb.core.Flyway;

import praxis.testkit.PostgresServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh database on one server for all tests, made as an installation makes it. */
final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "not-a-secret";

    private final PostgresServer server;
    private final String name;

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestDatabase fresh() {
        try {
            TestDatabase database =
                    new TestDatabase(Server.STARTED, "praxis_" + COUNT.incrementAndGet());
            database.create();
            return database;
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("no database for the test", failed);
        }
    }

    private void create() throws SQLException, IOException {
        server.createDatabase(name);
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/db/roles.sql"));
            for (String role : new String[] {"praxis_migrator", "praxis_processor"}) {
                statement.execute("alter role " + role + " password '" + PASSWORD + "'");
            }
        }
        Flyway.configure()
                .dataSource(server.jdbcUrl(name), "praxis_migrator", PASSWORD)
                .initSql("set role praxis_owner")
                .locations("classpath:db/migration")
                .defaultSchema("migrations")
                .load()
                .migrate();
    }

    Database asProcessor() {
        return Database.at(server.jdbcUrl(name), "praxis_processor", PASSWORD);
    }

    Connection superuser() throws SQLException {
        return server.superuser(name);
    }

    private static String resource(String path) throws IOException {
        try (var stream = Objects.requireNonNull(TestDatabase.class.getResourceAsStream(path))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Started by the first who asks, stopped with the tests. */
    private static final class Server {
        private static final PostgresServer STARTED = start();

        private static PostgresServer start() {
            try {
                PostgresServer server =
                        PostgresServer.start(
                                Files.createTempDirectory("praxis-store").resolve("data"), 0);
                Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
