package praxis.edge;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The edge as it is delivered: a jar with its libraries beside it, in a process of its own. */
final class EdgeProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private EdgeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static EdgeProcess start(Path directory, Map<String, String> environment) {
        Path output = directory.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                Path.of("target", "ingest-edge.jar").toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PRAXIS_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            return new EdgeProcess(builder.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void awaitListening(int port) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isListening(port));
    }

    static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + output());
        }
        return process.exitValue();
    }

    /** Everything that it wrote, to either stream. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
