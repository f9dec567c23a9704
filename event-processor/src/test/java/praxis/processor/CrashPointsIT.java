package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.consume.ClientSettings;
import praxis.processor.crash.EventKind;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.rebuild.Verification;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;
import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * The processor as a process of its own dies at every point that it passes, while several
 * partitions bring records of all kinds, and another process goes on.
 */
class CrashPointsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Integer> PARTITIONS = List.of(1, 6, 11);
    private static final int MOST_ROUNDS = 40;
    private static final int ROUNDS_WITHOUT_NEWS = 4;

    @TempDir static Path directory;
    private static Machines machines;
    private static InboundTraffic traffic;

    private final Set<String> points = new LinkedHashSet<>();
    private final List<Path> journals = new ArrayList<>();
    private final Queue<ProcessorProcess> spare = new ArrayDeque<>();
    private long sent;
    private int rounds;

    @BeforeAll
    static void startMachines() {
        machines = Machines.start(directory);
        machines.reset();
        traffic = new InboundTraffic(machines.bootstrap());
    }

    @AfterAll
    static void stopMachines() {
        traffic.close();
        machines.close();
    }

    @AfterEach
    void endSpares() {
        spare.forEach(ProcessorProcess::close);
    }

    @Test
    void losesNothingAndDoublesNothingWhereverItDies(TestReporter reporter) {
        Set<String> atStart = passAllPoints();
        Set<String> died = new LinkedHashSet<>();
        while (!died.containsAll(points)) {
            for (String point : List.copyOf(points)) {
                if (died.add(point)) {
                    dieAt(point, atStart.contains(point));
                    notePoints();
                }
            }
        }
        try (ProcessorProcess last = next()) {
            last.tell(CrashingProcessor.BEGIN);
            awaitCaughtUp(last);
            check();
        }
        reporter.publishEntry(
                "%d deaths at as many points, %d of them before the first record; %d records"
                        .formatted(died.size(), atStart.size(), sent));
        assertThat(died).hasSizeGreaterThan(60).contains("before commit", "after commitAsync");
    }

    /** Without dying; returns the points that are passed before the first record comes. */
    private Set<String> passAllPoints() {
        try (ProcessorProcess processor = next()) {
            processor.tell(CrashingProcessor.BEGIN);
            processor.awaitReady();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    machines.query(
                                                            "select count(*) from ledger.progress"))
                                            .containsExactly(12L));
            notePoints();
            Set<String> atStart = new LinkedHashSet<>(points);
            send(0, true);
            for (int quiet = 0; quiet < ROUNDS_WITHOUT_NEWS; quiet++) {
                sendRound();
                awaitCaughtUp(processor);
                int known = points.size();
                notePoints();
                quiet = points.size() > known ? 0 : quiet;
            }
            processor.kill();
            expelTheDead();
            return atStart;
        }
    }

    private void dieAt(String point, boolean atStart) {
        try (ProcessorProcess processor = next()) {
            if (atStart) {
                sendRound();
                arm(processor, point);
                processor.tell(CrashingProcessor.BEGIN);
            } else {
                processor.tell(CrashingProcessor.BEGIN);
                awaitCaughtUp(processor);
                check();
                arm(processor, point);
                sendRound();
            }
            for (int more = 0; more < MOST_ROUNDS && isAliveThoughCaughtUp(processor); more++) {
                sendRound();
            }
            assertThat(processor.exitCode()).as(point).isEqualTo(CrashingProcessor.HALTED);
        }
        expelTheDead();
    }

    private boolean isAliveThoughCaughtUp(ProcessorProcess processor) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !processor.isAlive() || isCaughtUp());
        return processor.isAlive();
    }

    private void arm(ProcessorProcess processor, String point) {
        Path journal = journals.get(journals.size() - 1 - spare.size());
        processor.tell(CrashingProcessor.CRASH + point);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> lines(journal).contains(CrashingProcessor.ARMED + point));
    }

    /** One that has been made ready beside the last one, and has touched nothing yet. */
    private ProcessorProcess next() {
        if (spare.isEmpty()) {
            spare.add(launch());
        }
        ProcessorProcess ready = spare.remove();
        spare.add(launch());
        return ready;
    }

    private ProcessorProcess launch() {
        Path journal = directory.resolve("points-" + journals.size());
        Path output = directory.resolve("processor-" + journals.size() + ".log");
        journals.add(journal);
        return new ProcessorProcess(
                machines,
                output,
                Map.of(),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        CrashingProcessor.class.getName(),
                        journal.toString()));
    }

    private void notePoints() {
        for (Path journal : journals) {
            lines(journal).stream()
                    .filter(line -> !line.startsWith(CrashingProcessor.ARMED))
                    .forEach(points::add);
        }
    }

    private static List<String> lines(Path journal) {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void expelTheDead() {
        traffic.expelMembers(ClientSettings.GROUP);
    }

    /** To each partition at once: one of each kind, and what the next ones need. */
    private void sendRound() {
        send(rounds, false);
        rounds++;
        send(rounds, true);
    }

    private void send(int round, boolean before) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int partition : PARTITIONS) {
            PracticeId practice = new PracticeId("praxis-" + partition);
            records.addAll(EventKind.ofAllKinds(partition, practice, round, before));
        }
        traffic.append(records);
        sent += records.size();
    }

    private void awaitCaughtUp(ProcessorProcess processor) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast("it ended", () -> !processor.isAlive())
                .until(this::isCaughtUp);
    }

    private boolean isCaughtUp() {
        return machines.query("select sum(next_offset) from ledger.progress").equals(List.of(sent));
    }

    /** Each record exactly one row, and everything else as those add up to. */
    private void check() {
        assertThat(machines.query("select count(*) from ledger.event_log")).containsExactly(sent);
        Verification.Report report =
                new Verification(
                                Jdbi.create(
                                        machines.jdbcUrl(), "praxis_processor", Machines.PASSWORD),
                                CrashPointsIT::consumer,
                                new RecordDecoder(new IdentityDigests(new byte[32])))
                        .run();
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(sent);
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                ClientSettings.readingAll(Map.of("bootstrap.servers", machines.bootstrap()));
        settings.put("fetch.max.wait.ms", 5);
        return new KafkaConsumer<>(settings);
    }
}
