package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.handle.Handled;
import praxis.processor.handle.InboundHandler;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What becomes of records while machines and processors come and go. */
class OutageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 12;

    @TempDir static Path directory;
    private static Machines machines;

    private InboundTraffic traffic;
    private int sent;

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
        traffic = new InboundTraffic(machines.bootstrap());
    }

    @AfterEach
    void endTraffic() {
        traffic.close();
    }

    @Test
    void holdsWhileTheDatabaseIsAwayAndGoesOnByItself() {
        try (RunningProcessor processor = start(UnaryOperator.identity())) {
            await().atMost(PATIENCE).until(processor::isReady);
            send(30);
            awaitAllLogged();

            machines.stopDatabase();
            send(30);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.metrics("praxis_partition_held"))
                                            .hasSize(PARTITIONS));
            assertThat(processor.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(processor.get("/health/readiness").body()).contains("held after");
            assertThat(processor.get("/health/liveness").statusCode()).isEqualTo(200);

            machines.startDatabase();
            send(30);
            awaitAllLogged();
            await().atMost(PATIENCE).until(processor::isReady);
            assertThat(processor.metrics("praxis_records_received_total"))
                    .containsExactly("praxis_records_received_total " + sent + ".0");
            assertThat(processor.metrics("praxis_records_total{status=\"error\"}"))
                    .containsExactly("praxis_records_total{status=\"error\"} " + sent + ".0");
        }
    }

    @Test
    void goesOnByItselfAfterTheBrokerWasAway() {
        try (RunningProcessor processor = start(UnaryOperator.identity())) {
            await().atMost(PATIENCE).until(processor::isReady);
            send(30);
            awaitAllLogged();

            machines.stopBroker();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.get("/health/readiness").body())
                                            .contains("\"broker\":\"not reachable\""));

            machines.startBroker();
            send(30);
            awaitAllLogged();
            await().atMost(PATIENCE).until(processor::isReady);
        }
    }

    @Test
    void handsOverBetweenProcessorsWithoutLossOrRepetition() {
        try (RunningProcessor first = start(UnaryOperator.identity())) {
            await().atMost(PATIENCE).until(first::isReady);
            send(60);
            try (RunningProcessor second = start(UnaryOperator.identity())) {
                send(60);
                await().atMost(PATIENCE).until(() -> partitions(second) == PARTITIONS / 2);
                send(60);
                first.stop();
                send(60);
                await().atMost(PATIENCE).until(() -> partitions(second) == PARTITIONS);
                awaitAllLogged();
            }
        }
    }

    @Test
    void goesOnBehindWhatAFormerOwnerStillCommitted() {
        try (RunningProcessor processor = start(OutageIT::afterFormerOwner)) {
            await().atMost(PATIENCE).until(processor::isReady);
            send(60);
            awaitAllLogged();
            await().atMost(PATIENCE).until(processor::isReady);
        }
    }

    @Test
    void holdsOnlyThePartitionWithAMistakeOfOurs() {
        AtomicInteger mistakes = new AtomicInteger(3);
        try (RunningProcessor processor = start(handler -> mistaken(handler, 3, mistakes))) {
            await().atMost(PATIENCE).until(processor::isReady);
            send(60);
            awaitAllLogged();
            assertThat(mistakes).hasValueLessThan(1);
        }
    }

    /** Each batch finds that somebody has committed it just now. */
    private static InboundHandler afterFormerOwner(InboundHandler handler) {
        return (topic, partition, records) -> {
            Handled former = handler.handle(topic, partition, records);
            assertThat(former).isInstanceOf(Handled.Committed.class);
            return handler.handle(topic, partition, records);
        };
    }

    private static InboundHandler mistaken(
            InboundHandler handler, int wrongPartition, AtomicInteger mistakes) {
        return (topic, partition, records) -> {
            if (partition == wrongPartition && mistakes.getAndDecrement() > 0) {
                throw new IllegalStateException("a mistake of ours");
            }
            return handler.handle(topic, partition, records);
        };
    }

    private RunningProcessor start(UnaryOperator<InboundHandler> around) {
        return RunningProcessor.start(RunningProcessor.config(machines), around);
    }

    /** Records that break the topic's contract: each must become a row all the same. */
    private void send(int count) {
        IntStream.range(0, count).forEach(each -> traffic.send(each % PARTITIONS, "poison"));
        sent += count;
    }

    private static long partitions(RunningProcessor processor) {
        return processor.metrics("praxis_partition_next_offset").size();
    }

    /** Each record exactly once, and the position behind the last one. */
    private void awaitAllLogged() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(machines.query("select count(*) from ledger.event_log"))
                                        .containsExactly((long) sent));
        assertThat(machines.query("select sum(next_offset) from ledger.progress"))
                .containsExactly((long) sent);
    }
}
