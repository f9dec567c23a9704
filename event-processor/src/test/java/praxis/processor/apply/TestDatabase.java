package praxis.processor.apply;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

import praxis.testkit.DatabaseServer;
import praxis.testkit.PostgresServer;
import praxis.testkit.container.ContainerPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A fresh database, made as an installation makes it, on one server for all tests. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "not-a-secret";

    private final DatabaseServer server;
    private final String name;

    private TestDatabase(DatabaseServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public static TestDatabase fresh() {
        return freshOn(Server.STARTED);
    }

    /** On a server in a container, which is also one for all tests. */
    static TestDatabase freshInContainer() {
        return freshOn(Container.STARTED);
    }

    private static TestDatabase freshOn(DatabaseServer server) {
        String name = "praxis_" + COUNT.incrementAndGet();
        try (Connection connection = server.superuser(DatabaseServer.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + Installation.TEMPLATE);
            // What may be done to a database is not copied with it.
            statement.execute("grant create, connect on database " + name + " to praxis_owner");
            return new TestDatabase(server, name);
        } catch (SQLException failed) {
            throw new IllegalStateException("no database for the test", failed);
        }
    }

    public Database asProcessor() {
        return Database.at(server.jdbcUrl(name), "praxis_processor", PASSWORD);
    }

    /** As a command that works on the tables themselves reaches them. */
    public Jdbi asOwner() {
        return Database.ofOwner(server.jdbcUrl(name), "praxis_migrator", PASSWORD);
    }

    public Connection superuser() throws SQLException {
        return server.superuser(name);
    }

    /** Started by the first who asks, stopped with the tests. */
    private static final class Server {
        private static final DatabaseServer STARTED = start();

        private static DatabaseServer start() {
            try {
                Path directory = Files.createTempDirectory("praxis-store");
                PostgresServer server = PostgresServer.start(directory.resolve("data"), 0);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory)));
                Installation.on(server);
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void remove(PostgresServer server, Path directory) {
            server.stop();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class Container {
        private static final DatabaseServer STARTED = start();

        private static DatabaseServer start() {
            ContainerPostgres server = ContainerPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            Installation.on(server);
            return server;
        }
    }

    /** The database that all others are copies of. */
    private static final class Installation {
        private static final String TEMPLATE = "praxis";

        static void on(DatabaseServer server) {
            try {
                makeRoles(server);
            } catch (SQLException | IOException failed) {
                throw new IllegalStateException("no database server for the tests", failed);
            }
            Flyway.configure()
                    .dataSource(server.jdbcUrl(TEMPLATE), "praxis_migrator", PASSWORD)
                    .initSql("set role praxis_owner")
                    .locations("classpath:db/migration")
                    .defaultSchema("migrations")
                    .load()
                    .migrate();
        }

        private static void makeRoles(DatabaseServer server) throws SQLException, IOException {
            server.createDatabase(TEMPLATE);
            try (Connection connection = server.superuser(TEMPLATE);
                    Statement statement = connection.createStatement()) {
                statement.execute(resource("/db/roles.sql"));
                for (String role : new String[] {"praxis_migrator", "praxis_processor"}) {
                    statement.execute("alter role " + role + " password '" + PASSWORD + "'");
                }
            }
        }

        private static String resource(String path) throws IOException {
            try (var stream =
                    Objects.requireNonNull(TestDatabase.class.getResourceAsStream(path))) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
