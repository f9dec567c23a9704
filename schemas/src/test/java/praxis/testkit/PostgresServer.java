package praxis.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL as a process of its own, durable like a production server. It keeps its data
 * over restarts, listens on the loopback address only and asks every role for its password.
 */
public final class PostgresServer implements DatabaseServer {
    private static final String HOST = "127.0.0.1";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path dataDirectory;
    private final String password;

    private PostgresServer(EmbeddedPostgres server, Path dataDirectory, String password) {
        this.server = server;
        this.dataDirectory = dataDirectory;
        this.password = password;
    }

    /**
     * Returns when the server takes connections. A server that an earlier, killed run left behind
     * in {@code dataDirectory} is stopped first.
     *
     * @param dataDirectory made when it is not there; beside it stand the superuser's password and
     *     the server's log
     * @param port 0 takes a free one
     */
    public static PostgresServer start(Path dataDirectory, int port) {
        try {
            SuperuserPassword password = SuperuserPassword.beside(dataDirectory);
            LeftoverServer.stop(dataDirectory);
            PostgresServer server =
                    new PostgresServer(
                            launch(dataDirectory, FreePorts.orNext(port), password),
                            dataDirectory,
                            password.value());
            password.demandFromNowOn(server);
            return server;
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(
                    "PostgreSQL did not start: " + failed.getMessage(), failed);
        }
    }

    private static EmbeddedPostgres launch(Path dataDirectory, int port, SuperuserPassword password)
            throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries())
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log(dataDirectory)))
                .setConnectConfig("password", password.value())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                // The library switches all of these off, which is not what production is like.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("log_min_messages", "warning")
                .start();
    }

    private static File log(Path dataDirectory) {
        Path directory = dataDirectory.toAbsolutePath();
        return directory.resolveSibling(directory.getFileName() + ".log").toFile();
    }

    /** Per user, because a second user of the machine could not write into the first one's. */
    private static File binaries() {
        return Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "praxis-postgres-" + System.getProperty("user.name"))
                .toFile();
    }

    public int port() {
        return server.getPort();
    }

    /** The server's own process, parent of all its sessions. */
    public long pid() {
        return LeftoverServer.pid(dataDirectory).orElseThrow();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database;
    }

    public String superuserPassword() {
        return password;
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    @Override
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = superuser(SUPERUSER)) {
            Databases.create(connection, name);
        }
    }

    /** Ends open sessions, writes everything out and returns when the server is gone. */
    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop", failed);
        }
    }

    /**
     * As {@code pg_ctl stop -m immediate}: sessions are cut off and nothing is written out, so that
     * the next start has to recover.
     */
    public void stopImmediately() {
        LeftoverServer.pid(dataDirectory).ifPresent(LeftoverServer::stopImmediately);
        stop();
    }

    /** False also when it ended by itself. */
    public boolean isAlive() {
        return LeftoverServer.pid(dataDirectory)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }
}
