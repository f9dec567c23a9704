package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.handle.Arrivals;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;
import praxis.processor.testbed.OutgoingTopics;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What others hear while processors come, go and are killed, and while the broker refuses. */
class PublicationIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PRACTICES = 5;

    @TempDir static Path directory;
    private static Machines machines;

    private final Map<Integer, Integer> rounds = new HashMap<>();

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
        rounds.clear();
    }

    @Test
    void tellsAllAndInOrderThoughProcessorsAreKilledUnderTraffic() {
        List<ProcessorProcess> running = new ArrayList<>();
        try (InboundTraffic traffic = new InboundTraffic(machines.bootstrap())) {
            running.add(start("first"));
            running.getFirst().awaitReady();
            running.add(start("second"));
            running.getLast().awaitReady();
            for (int killed = 0; killed < 4; killed++) {
                for (int round = 0; round < 40; round++) {
                    traffic.append(said(round % PRACTICES));
                }
                running.removeFirst().kill();
                running.add(start("next-" + killed));
                running.getLast().awaitReady();
            }
            awaitAllTold();
        } finally {
            running.forEach(ProcessorProcess::close);
        }
    }

    @Test
    void saysThatItCannotTellAndMakesUpForItLater() {
        try (InboundTraffic traffic = new InboundTraffic(machines.bootstrap());
                RunningProcessor processor =
                        RunningProcessor.start(
                                RunningProcessor.config(machines), UnaryOperator.identity())) {
            await().atMost(PATIENCE).until(processor::isReady);
            traffic.append(said(0));
            awaitAllTold();
            int toldBefore = machines.texts(OutgoingTopics.ANNOUNCED).size();

            deleteOutgoing();
            traffic.append(said(0));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.metrics("praxis_outbox_held"))
                                            .containsExactly("praxis_outbox_held 1.0"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.metrics("praxis_outbox_waiting"))
                                            .noneMatch(line -> line.endsWith(" 0.0")));
            assertThat(processor.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(processor.get("/health/readiness").body())
                    .contains("\"outbox\"")
                    .contains("held after");
            assertThat(processor.get("/health/liveness").statusCode()).isEqualTo(200);

            new OutgoingTopics(machines.bootstrap()).create();
            await().atMost(PATIENCE).until(processor::isReady);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(processor.metrics("praxis_outbox_waiting"))
                                            .containsExactly("praxis_outbox_waiting 0.0"));
            // The first ones went with the topics.
            List<String> announced = machines.texts(OutgoingTopics.ANNOUNCED);
            new OutgoingTopics(machines.bootstrap())
                    .assertTold(announced.subList(toldBefore, announced.size()));
        }
    }

    /** A patient who is waited for and comes, a doubtful one, and what nobody can process. */
    private List<ConsumerRecord<byte[], byte[]>> said(int number) {
        int round = rounds.merge(number, 1, Integer::sum);
        String name = number + "-" + round;
        PracticeId practice = new PracticeId("practice-" + number);
        Arrivals arrivals = new Arrivals(number);
        return arrivals.add(practice, Arrivals.appointment("A" + name, "B" + name))
                .add(practice, Arrivals.patient("B" + name, "Ada", "Wald" + word(round)))
                .add(practice, "{\"event_type\":\"invoice.sent\",\"payload\":{}}")
                .add(practice, "{\"event_type\":\"patient.created\",\"payload\":{}}")
                .all();
    }

    private static String word(int number) {
        return Integer.toString(number, 36).replaceAll("[0-9]", "q");
    }

    private void awaitAllTold() {
        long sent = rounds.values().stream().mapToInt(Integer::intValue).sum() * 4L;
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(machines.query("select count(*) from ledger.event_log"))
                                        .containsExactly(sent));
        OutgoingTopics topics = new OutgoingTopics(machines.bootstrap());
        List<String> announced = machines.texts(OutgoingTopics.ANNOUNCED);
        // Of each four, one is asked about and two are beyond processing.
        assertThat(announced.size()).isGreaterThanOrEqualTo(Math.toIntExact(sent * 3 / 4));
        await().atMost(PATIENCE)
                .until(() -> topics.told().stream().distinct().count() == announced.size());
        topics.assertTold(announced);
    }

    private static void deleteOutgoing() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", machines.bootstrap()))) {
            List<String> outgoing = List.of(Topics.NEEDS_REVIEW, Topics.DEAD_LETTER);
            InboundTraffic.await(admin.deleteTopics(outgoing).all());
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    InboundTraffic.await(admin.listTopics().names()).stream()
                                            .noneMatch(outgoing::contains));
        }
    }

    private static ProcessorProcess start(String name) {
        return new ProcessorProcess(machines, directory.resolve(name + ".log"), Map.of());
    }
}
