package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.consume.ClientSettings;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;
import praxis.processor.testbed.NotingHandler;
import praxis.processor.testbed.NotingHandler.Applied;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where records are read from, and when they are not, whatever broker and database run on. */
abstract class InboundFlowContract {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Queue<Applied> applied = new ConcurrentLinkedQueue<>();
    private final Machines machines;
    private InboundTraffic traffic;

    InboundFlowContract(Machines machines) {
        this.machines = machines;
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
    void goesOnWhereTheDatabaseStandsWhateverKafkaSays() {
        applyThenEnd(3, "one", "two");
        applyThenEnd(5, "one", "two");
        traffic.send(3, "three", "four");
        traffic.send(5, "three", "four");
        traffic.commit(ClientSettings.GROUP, 3, 0);
        traffic.commit(ClientSettings.GROUP, 5, 4);

        try (RunningProcessor _ = start()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(applied)
                                            .containsExactlyInAnyOrder(
                                                    new Applied(3, 2, "three"),
                                                    new Applied(3, 3, "four"),
                                                    new Applied(5, 2, "three"),
                                                    new Applied(5, 3, "four")));
        }
    }

    @Test
    void commitsToKafkaForThoseWhoWatchTheLag() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
            traffic.send(5, "one", "two");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(traffic.committed(ClientSettings.GROUP, 5))
                                            .contains(2L));
        }
    }

    @Test
    void stopsPartitionWhoseTailIsLostWhileOthersGoOn() {
        applyThenEnd(3, "one", "two");
        // As after a restore of the broker, while the database has seen more.
        machines.execute(
                """
                update ledger.progress
                set next_offset = 7, tree_edge = decode(repeat('00', 3 * 32), 'hex')
                where partition_no = 3
                """);

        assertStopped("tail_lost", "the topic ends before the place where the database stands");
    }

    @Test
    void stopsPartitionWhoseLastRecordIsAnotherOne() {
        applyThenEnd(3, "one", "two");
        machines.execute("update ledger.progress set last_digest = '\\x00' where partition_no = 3");

        assertStopped(
                "last_record_differs",
                "the last applied record is not the one on the topic any more");
    }

    @Test
    void stopsPartitionThatNoLongerReachesBack() {
        applyThenEnd(3, "one", "two");
        traffic.send(3, "three", "four");
        traffic.forget(3, 3);

        assertStopped(
                "history_gone", "the topic no longer reaches back to where the database stands");
    }

    @Test
    void stopsPartitionThatBeginsLaterThanAtItsFirstAssignment() {
        traffic.createInbound(12);
        traffic.send(3, "one");
        traffic.forget(3, 1);

        assertStopped(
                "history_gone", "the topic no longer reaches back to where the database stands");
        assertThat(machines.query("select partition_no from ledger.progress"))
                .contains(4L)
                .doesNotContain(3L);
    }

    @Test
    void goesOnWhereRetentionTookExactlyWhatWasApplied() {
        applyThenEnd(3, "one", "two");
        traffic.send(3, "three");
        traffic.forget(3, 2);

        try (RunningProcessor _ = start()) {
            awaitValues("three");
        }
    }

    @Test
    void stopsPartitionWithGap() {
        applyThenEnd(3, "one");
        traffic.leaveGap(3);
        traffic.send(3, "behind the gap");

        assertStopped(
                "gap",
                "the record that is to be read next is missing, though later ones are there");
        assertThat(values()).containsExactly("inside a transaction", "on another partition");
    }

    @Test
    void stopsAtTopicThatWasMadeAnew() {
        applyThenEnd(3, "one");
        traffic.deleteTopics();
        traffic.createInbound(12);
        traffic.send(3, "another first one", "another second one");

        try (RunningProcessor processor = start()) {
            awaitAlarm(processor, "topic_recreated");
            assertThat(values()).isEmpty();
        }
    }

    @Test
    void stopsAtTopicThatIsMadeAnewUnderItsFeet() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
            traffic.send(3, "one");
            awaitValues("one");
            traffic.deleteTopics();
            traffic.createInbound(12);

            awaitAlarm(processor, "topic_recreated");
        }
    }

    private RunningProcessor start() {
        return RunningProcessor.start(
                RunningProcessor.config(machines), handler -> new NotingHandler(handler, applied));
    }

    private void applyThenEnd(int partition, String... values) {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
            traffic.send(partition, values);
            awaitValues(values);
        }
        applied.clear();
    }

    /** Partition 3 stays stopped and says so; partition 4 flows. */
    private void assertStopped(String reason, String words) {
        try (RunningProcessor processor = start()) {
            awaitAlarm(processor, reason);
            assertThat(processor.get("/health/readiness").body()).contains("stopped: " + words);
            assertThat(processor.get("/health/liveness").statusCode()).isEqualTo(200);
            traffic.send(4, "on another partition");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(values()).endsWith("on another partition"));
            assertThat(processor.isReady()).isFalse();
        }
    }

    private void awaitAlarm(RunningProcessor processor, String reason) {
        String alarm = "praxis_partition_stopped{partition=\"3\",reason=\"" + reason + "\"} 1.0";
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(processor.metrics("praxis_partition_stopped"))
                                        .contains(alarm));
        assertThat(processor.isReady()).isFalse();
    }

    private void awaitValues(String... values) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(values()).containsExactly(values));
    }

    private List<String> values() {
        return applied.stream().map(Applied::value).toList();
    }
}
