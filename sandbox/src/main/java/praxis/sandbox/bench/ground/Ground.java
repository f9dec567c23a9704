package praxis.sandbox.bench.ground;

import praxis.sandbox.command.Surroundings;
import praxis.sandbox.system.Ports;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.Progress;
import praxis.sandbox.system.RunningProgram;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.system.SandboxConfig;
import praxis.sandbox.system.SandboxFiles;
import praxis.sandbox.system.SandboxLock;
import praxis.sandbox.system.StopWish;
import praxis.testkit.FreePorts;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/**
 * A sandbox made for one benchmark: only the programs it needs, on free ports, with data of its own
 * that is gone afterwards.
 */
public final class Ground implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final int UNLIMITED_PER_MINUTE = 1_000_000_000;
    private static final int ONE = 1;

    private final SandboxLock lock;
    private final SandboxFiles files;
    private final Path java;
    private final Sandbox sandbox;

    private Ground(SandboxLock lock, SandboxFiles files, Path java, Sandbox sandbox) {
        this.lock = lock;
        this.files = files;
        this.java = java;
        this.sandbox = sandbox;
    }

    public static Ground start(
            Surroundings surroundings, Set<Program> programs, Progress progress) {
        SandboxFiles files =
                new SandboxFiles(
                        surroundings.files().root(), surroundings.files().data().resolve("bench"));
        SandboxLock lock = SandboxLock.take(files);
        try {
            lock.clearData();
            SandboxConfig config =
                    new SandboxConfig(
                            files,
                            surroundings.java(),
                            freePorts(),
                            programs,
                            ONE,
                            ONE,
                            UNLIMITED_PER_MINUTE,
                            START_PATIENCE);
            Sandbox sandbox = Sandbox.start(config, progress, new StopWish());
            return new Ground(lock, files, surroundings.java(), sandbox);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Ports freePorts() {
        return new Ports(
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next());
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public SandboxFiles files() {
        return files;
    }

    /** The executable that runs the programs. */
    public Path java() {
        return java;
    }

    public String kafkaBootstrap() {
        return sandbox.kafkaBootstrap();
    }

    public InetSocketAddress edge() {
        URI address = sandbox.edges().getFirst();
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    public RunningProgram program(Program program) {
        return sandbox.programs(program).getFirst();
    }

    /** A session that sees everything. */
    public Connection database() throws SQLException {
        return sandbox.superuser();
    }

    @Override
    public void close() {
        try {
            sandbox.close();
            lock.clearData();
        } finally {
            lock.close();
        }
    }
}
