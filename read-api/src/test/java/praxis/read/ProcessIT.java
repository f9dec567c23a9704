package praxis.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The read API as an operator starts it: a process of its own, without any test's libraries. */
class ProcessIT {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;

    @Test
    void refusesUnusableSettingInOneSentence() throws Exception {
        Process process = start(Map.of("PRAXIS_READ_PORT", "8081", "PRAXIS_READ_PROT", "8081"));
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output())
                .startsWith("read-api does not start: PRAXIS_READ_PROT is not a setting")
                .hasLineCount(1);
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start(settings(taken.getLocalPort()));
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(output())
                    .contains("read-api does not start: Nothing can listen on 127.0.0.1")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void startsWithoutDatabaseAndStopsWhenTold() throws Exception {
        Process process = start(settings(0));
        await().atMost(PATIENCE).until(() -> output().contains("listens on"));
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output()).doesNotContain(KEY).doesNotContain("geheim");
        assertThat(output().lines()).allMatch(line -> line.startsWith("{\"timestamp\""));
    }

    private static Map<String, String> settings(int port) {
        return Map.ofEntries(
                Map.entry("PRAXIS_READ_HOST", "127.0.0.1"),
                Map.entry("PRAXIS_READ_PORT", Integer.toString(port)),
                Map.entry("PRAXIS_DB_URL", "jdbc:postgresql://127.0.0.1:1/praxis"),
                Map.entry("PRAXIS_DB_USER", "praxis_reader"),
                Map.entry("PRAXIS_DB_PASSWORD", "geheim"),
                Map.entry("PRAXIS_KAFKA_BOOTSTRAP", "127.0.0.1:1"),
                Map.entry("PRAXIS_JWT_SECRET", "geheim, aber lang genug für HS256"),
                Map.entry("PRAXIS_MAIN_KEY", KEY),
                Map.entry("PRAXIS_COMMAND_KEY", KEY),
                // Must not reach into the framework.
                Map.entry("MICRONAUT_SECURITY_ENABLED", "false"));
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                "target/read-api.jar"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PRAXIS_"));
        builder.environment().putAll(settings);
        File log = directory.resolve("log").toFile();
        return builder.redirectErrorStream(true).redirectOutput(log).start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
