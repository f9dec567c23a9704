package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import praxis.processor.handle.Arrivals;
import praxis.processor.testbed.Machines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One process of the crashing processor, from its birth to its death, and what it noted. */
final class CrashingLife implements AutoCloseable {
    static final String UNTITLED = "";

    /** For {@link #arm}. */
    static final String NOWHERE = "";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String COMMAND_KEY =
            Base64.getEncoder().encodeToString(Arrivals.COMMAND_KEY.toArray());

    private final Path journal;
    private final ProcessorProcess process;

    /** It gets ready, and touches neither database nor topic before it is told to begin. */
    CrashingLife(Machines machines, Path directory, int number) {
        journal = directory.resolve("points-" + number);
        process =
                new ProcessorProcess(
                        machines,
                        directory.resolve("processor-" + number + ".log"),
                        Map.of("PRAXIS_COMMAND_KEY", COMMAND_KEY),
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                CrashingProcessor.class.getName(),
                                journal.toString()));
    }

    void begin(Machines machines) {
        process.tell(CrashingProcessor.BEGIN + machines.jdbcUrl());
    }

    void awaitReady() {
        process.awaitReady();
    }

    /** What it passes from now on it notes anew, under this title. */
    void open(String title) {
        tell(CrashingProcessor.CHAPTER + title);
    }

    /** From now on it halts at the point. */
    void arm(String point) {
        tell(CrashingProcessor.CRASH + point);
    }

    private void tell(String line) {
        process.tell(line);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !process.isAlive() || lines().contains(line));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void assertHalted(String where) {
        assertThat(process.exitCode()).as(where).isEqualTo(CrashingProcessor.HALTED);
    }

    /** All points that it has passed, by chapter; the first one has no title. */
    Map<String, Set<String>> passed() {
        Map<String, Set<String>> chapters = new LinkedHashMap<>();
        String title = UNTITLED;
        for (String line : lines()) {
            if (line.startsWith(CrashingProcessor.CHAPTER)) {
                title = line.substring(CrashingProcessor.CHAPTER.length());
            } else if (!line.startsWith(CrashingProcessor.CRASH)) {
                chapters.computeIfAbsent(title, _ -> new LinkedHashSet<>()).add(line);
            }
        }
        return chapters;
    }

    /** How many it has passed so far, each counted once a chapter. */
    int points() {
        return passed().values().stream().mapToInt(Set::size).sum();
    }

    private List<String> lines() {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL, if it still lives. */
    @Override
    public void close() {
        process.close();
    }
}
