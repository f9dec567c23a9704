package praxis.processor;

import org.awaitility.Awaitility;

import praxis.processor.testbed.Machines;
import praxis.testkit.FreePorts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A processor as the operator starts it: a process of its own, settings in its environment. */
final class ProcessorProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int port = FreePorts.next();
    private final Path output;
    private final Process process;

    ProcessorProcess(Machines machines, Path output, Map<String, String> changed) {
        this(machines, output, changed, List.of(ProcessorApplication.class.getName()));
    }

    /**
     * Starts it.
     *
     * @param program flags of the virtual machine, main class and arguments
     */
    ProcessorProcess(
            Machines machines, Path output, Map<String, String> changed, List<String> program) {
        this.output = output;
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PRAXIS_"));
        builder.environment().putAll(settings(machines));
        builder.environment().putAll(changed);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, String> settings(Machines machines) {
        return Map.of(
                "PRAXIS_PROCESSOR_HOST",
                "127.0.0.1",
                "PRAXIS_PROCESSOR_PORT",
                Integer.toString(port),
                "PRAXIS_KAFKA_BOOTSTRAP",
                machines.bootstrap(),
                "PRAXIS_SINGLE_BROKER",
                "accepted",
                "PRAXIS_DB_URL",
                machines.jdbcUrl(),
                "PRAXIS_DB_USER",
                "praxis_processor",
                "PRAXIS_DB_PASSWORD",
                Machines.PASSWORD,
                "PRAXIS_DB_MIGRATOR_USER",
                "praxis_migrator",
                "PRAXIS_DB_MIGRATOR_PASSWORD",
                Machines.PASSWORD,
                "PRAXIS_MAIN_KEY",
                Base64.getEncoder().encodeToString(new byte[32]));
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("it ended: " + output, () -> !process.isAlive())
                .until(this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: it finishes nothing and tells nobody. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Writes a line to its standard input; one that has just died does not hear it. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException failed) {
            if (process.isAlive()) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the processor does not end");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    List<String> output() {
        try {
            return Files.readAllLines(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
