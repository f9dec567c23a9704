package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;
import praxis.processor.testbed.NotingHandler;
import praxis.processor.testbed.NotingHandler.Applied;
import praxis.schemas.record.Topics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What must be there before records flow, and what is said meanwhile. */
class ProcessorStartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir static Path directory;
    private static Machines machines;

    private final Queue<Applied> applied = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void startMachines() {
        machines = Machines.start(directory);
    }

    @BeforeEach
    void emptyMachines() {
        machines.reset();
    }

    @AfterAll
    static void stopMachines() {
        machines.close();
    }

    @Test
    void makesTablesAndTopicsAndReadsFromTheBeginning() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
            assertFlows();
        }
    }

    @Test
    void servesHealthAndMetricsAndNothingElse() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);

            assertThat(processor.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(processor.get("/health/readiness").body())
                    .contains("\"3\":\"flows, next is 0\"");
            assertThat(processor.metrics("praxis_records_total"))
                    .hasSize(5)
                    .contains("praxis_records_total{status=\"needs_review\"} 0.0");
            assertThat(processor.get("/prometheus").body()).contains("praxis_records_received");
            for (String path : List.of("/", "/env", "/beans", "/actuator", "/metrics", "/info")) {
                assertThat(processor.get(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void waitsVisiblyForTheDatabase() {
        machines.stopDatabase();
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.get("/health/readiness").body())
                                            .contains("waiting for the database"));
            assertThat(processor.get("/health/liveness").statusCode()).isEqualTo(200);
            machines.startDatabase();
            await().atMost(PATIENCE).until(processor::isReady);
            assertFlows();
        }
    }

    @Test
    void waitsVisiblyForTheBroker() {
        machines.stopBroker();
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.get("/health/readiness").body())
                                            .contains("waiting for the broker"));
            machines.startBroker();
            await().atMost(PATIENCE).until(processor::isReady);
            assertFlows();
        }
    }

    @Test
    void startsBesideAnotherThatStartsAtTheSameMoment() {
        try (RunningProcessor one = start();
                RunningProcessor other = start()) {
            await().atMost(PATIENCE).until(() -> one.isReady() && other.isReady());
            assertFlows();
        }
    }

    @Test
    void refusesOtherNumberOfPartitions() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
        }
        traffic(InboundTraffic::deleteTopics);
        traffic(traffic -> traffic.createInbound(13));

        assertRefused(RunningProcessor.config(machines));
    }

    @Test
    void refusesOutgoingTopicThatForgets() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", machines.bootstrap()))) {
            NewTopic forgetful =
                    new NewTopic(Topics.DEAD_LETTER, 12, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact", "flush.messages", "1"));
            InboundTraffic.await(admin.createTopics(List.of(forgetful)).all());
        }

        assertRefused(RunningProcessor.config(machines));
    }

    @Test
    void refusesToReplaceTopicThatIsGone() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
        }
        traffic(InboundTraffic::deleteTopics);

        assertRefused(RunningProcessor.config(machines));
    }

    @Test
    void refusesTablesOfAnotherRelease() {
        try (RunningProcessor processor = start()) {
            await().atMost(PATIENCE).until(processor::isReady);
        }
        machines.execute(
                "update migrations.flyway_schema_history set checksum = 1 where version = '1'");

        assertRefused(RunningProcessor.config(machines));
    }

    @Test
    void refusesSingleBrokerThatNobodyAccepted() {
        ProcessorConfig accepted = RunningProcessor.config(machines);
        ProcessorConfig config =
                new ProcessorConfig(
                        accepted.web(),
                        new ProcessorConfig.Kafka(accepted.kafka().bootstrap(), false),
                        accepted.database(),
                        accepted.keys(),
                        accepted.limits());
        assertRefused(config);
        traffic(traffic -> traffic.createInbound(12));
        assertRefused(config);
    }

    private void assertRefused(ProcessorConfig config) {
        try (RunningProcessor processor = start(config)) {
            assertThat(processor.exitCode()).succeedsWithin(PATIENCE).isEqualTo(1);
        }
        assertThat(applied).isEmpty();
    }

    private void assertFlows() {
        traffic(traffic -> traffic.send(3, "first", "second"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(applied)
                                        .containsExactly(
                                                new Applied(3, 0, "first"),
                                                new Applied(3, 1, "second")));
    }

    private static void traffic(Consumer<InboundTraffic> deed) {
        try (InboundTraffic traffic = new InboundTraffic(machines.bootstrap())) {
            deed.accept(traffic);
        }
    }

    private RunningProcessor start() {
        return start(RunningProcessor.config(machines));
    }

    private RunningProcessor start(ProcessorConfig config) {
        return RunningProcessor.start(config, handler -> new NotingHandler(handler, applied));
    }
}
