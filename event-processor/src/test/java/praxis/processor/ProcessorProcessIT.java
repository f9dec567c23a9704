package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Processors as processes: how they end, and who goes on. */
class ProcessorProcessIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PARTITIONS = 12;
    private static final int TERMINATED = 143;

    @TempDir static Path directory;
    private static Machines machines;

    private final AtomicLong sent = new AtomicLong();

    @BeforeAll
    static void startMachines() {
        machines = Machines.start(directory);
    }

    @AfterAll
    static void stopMachines() {
        machines.close();
    }

    @BeforeEach
    void emptyMachines() {
        machines.reset();
    }

    @Test
    void loseNothingWhenOneIsKilledUnderTraffic() throws InterruptedException {
        try (ProcessorProcess first = start("first");
                ProcessorProcess second = start("second")) {
            first.awaitReady();
            second.awaitReady();
            AtomicBoolean enough = new AtomicBoolean();
            Thread traffic = Thread.ofPlatform().start(() -> sendUntil(enough));
            awaitLogged(200);
            first.kill();
            awaitLogged(sent.get() + 200);
            enough.set(true);
            traffic.join();
            assertAllLoggedOnce();
        }
    }

    @Test
    void endOnSigtermAndLeaveTheRestToOthersAtOnce() throws InterruptedException {
        try (ProcessorProcess first = start("leaving");
                ProcessorProcess second = start("staying")) {
            first.awaitReady();
            second.awaitReady();
            AtomicBoolean enough = new AtomicBoolean();
            Thread traffic = Thread.ofPlatform().start(() -> sendUntil(enough));
            awaitLogged(200);
            first.terminate();
            assertThat(first.exitCode()).isEqualTo(TERMINATED);
            awaitLogged(sent.get() + 200);
            enough.set(true);
            traffic.join();
            assertAllLoggedOnce();
        }
    }

    @Test
    void sayWhatIsWrongWithTheirSettingsAndEnd() {
        try (ProcessorProcess misled =
                new ProcessorProcess(
                        machines,
                        directory.resolve("misled.log"),
                        Map.of("PRAXIS_DB_URL", "", "PRAXIS_PROCESSOR_TREADS", "4"))) {
            assertThat(misled.exitCode()).isEqualTo(2);
            assertThat(misled.output())
                    .containsExactly(
                            "PRAXIS_DB_URL is missing.",
                            "PRAXIS_PROCESSOR_TREADS is not a setting of the processor.");
        }
    }

    @Test
    void endWhenTheLoginIsRefused() {
        try (ProcessorProcess refused =
                new ProcessorProcess(
                        machines,
                        directory.resolve("refused.log"),
                        Map.of("PRAXIS_DB_MIGRATOR_PASSWORD", "wrong"))) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(String.join("\n", refused.output()))
                    .contains("Not started: the database answers")
                    .contains("login refused")
                    .doesNotContain("wrong");
        }
    }

    private static ProcessorProcess start(String name) {
        return new ProcessorProcess(machines, directory.resolve(name + ".log"), Map.of());
    }

    private void sendUntil(AtomicBoolean enough) {
        try (InboundTraffic traffic = new InboundTraffic(machines.bootstrap())) {
            for (int each = 0; !enough.get(); each++) {
                traffic.send(each % PARTITIONS, "poison");
                sent.incrementAndGet();
            }
        }
    }

    private static void awaitLogged(long records) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(machines.query("select count(*) from ledger.event_log"))
                                        .singleElement()
                                        .matches(count -> count >= records));
    }

    private void assertAllLoggedOnce() {
        awaitLogged(sent.get());
        assertThat(machines.query("select count(*) from ledger.event_log"))
                .containsExactly(sent.get());
        assertThat(machines.query("select sum(next_offset) from ledger.progress"))
                .containsExactly(sent.get());
    }
}
