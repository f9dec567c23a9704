package praxis.sandbox.whole;

import praxis.sandbox.system.Ports;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.Progress;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.system.SandboxConfig;
import praxis.sandbox.system.SandboxFiles;
import praxis.sandbox.system.StopWish;
import praxis.testkit.FreePorts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The whole system on free ports, with data of its own below target. */
final class TestSandbox implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final int NO_LIMIT = 1_000_000;
    private static final int STRIDE = 10;

    private final SandboxFiles files;
    private final Sandbox sandbox;
    private final List<String> failures;

    private TestSandbox(SandboxFiles files, Sandbox sandbox, List<String> failures) {
        this.files = files;
        this.sandbox = sandbox;
        this.failures = failures;
    }

    static TestSandbox start(int edges, int processors) {
        SandboxFiles files = new SandboxFiles(root(), newDirectory());
        Ports ports =
                new Ports(
                        FreePorts.next(),
                        FreePorts.next(),
                        freeInARow(edges),
                        FreePorts.next(),
                        freeInARow(processors));
        SandboxConfig config =
                new SandboxConfig(
                        files,
                        java(),
                        ports,
                        EnumSet.allOf(Program.class),
                        edges,
                        processors,
                        NO_LIMIT,
                        START_PATIENCE);
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        return new TestSandbox(
                files, Sandbox.start(config, new Quiet(failures), new StopWish()), failures);
    }

    SandboxFiles files() {
        return files;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** What the sandbox has had to say of programs that died. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Tests run in their module's directory. */
    static Path root() {
        return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "whole-system").toAbsolutePath()),
                    "run");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The sandbox counts ports up in tens. */
    private static int freeInARow(int count) {
        return Stream.generate(FreePorts::next)
                .filter(first -> areFree(first, count))
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count * STRIDE; port += STRIDE) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    /** Listens for failures only. */
    private record Quiet(List<String> failures) implements Progress {
        @Override
        public void starting(String what) {}

        @Override
        public void ready(String what, String where) {}

        @Override
        public void stopping(String what) {}

        @Override
        public void failed(String message) {
            failures.add(message);
        }
    }
}
