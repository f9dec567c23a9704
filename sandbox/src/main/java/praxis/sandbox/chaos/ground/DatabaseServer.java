package praxis.sandbox.chaos.ground;

import praxis.sandbox.chaos.proxy.TcpProxy;
import praxis.sandbox.system.Leash;
import praxis.sandbox.system.Sandbox;
import praxis.testkit.FreePorts;
import praxis.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** PostgreSQL, each time on a new port; its clients only ever know the proxy's. */
public final class DatabaseServer {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;
    private final Leash leash;
    private final TcpProxy proxy;
    private volatile PostgresServer server;

    DatabaseServer(Path data, Leash leash, TcpProxy proxy) {
        this.data = data;
        this.leash = leash;
        this.proxy = proxy;
        this.server = started();
    }

    PostgresServer server() {
        return server;
    }

    /** A session that sees everything, and that no proxy disturbs. */
    public Connection superuser() throws SQLException {
        return server.superuser(Sandbox.DATABASE);
    }

    /** Nothing is written out, nobody is told. */
    public void crash() {
        server.stopImmediately();
    }

    /** Returns when it has recovered and takes connections. */
    public void startAgain() {
        server = started();
    }

    /** Where its trouble has ended it, as a full disk can, somebody has to start it. */
    public void startAgainIfDead() throws InterruptedException {
        long looks = PATIENCE.dividedBy(LOOK);
        for (long i = 0; i < looks && server.isAlive(); i++) {
            if (answers()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        server.stopImmediately();
        startAgain();
    }

    void stop() {
        server.stop();
    }

    private boolean answers() {
        try (Connection connection = superuser()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Not to be interrupted: a server that was half started would belong to nobody. */
    private PostgresServer started() {
        return CompletableFuture.supplyAsync(this::launch).join();
    }

    private PostgresServer launch() {
        PostgresServer started = PostgresServer.start(data, FreePorts.next());
        long pid = started.pid();
        leash.hold(pid, Leash.Farewell.INT);
        var _ =
                ProcessHandle.of(pid)
                        .map(process -> process.onExit().thenRun(() -> leash.release(pid)));
        proxy.leadTo(started.port());
        return started;
    }
}
