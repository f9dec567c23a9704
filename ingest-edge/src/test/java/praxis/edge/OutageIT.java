package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.schemas.record.Position;
import praxis.schemas.record.StableIds;
import praxis.schemas.record.Topics;
import praxis.testkit.FreePorts;
import praxis.testkit.KafkaBroker;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The broker goes away and comes back; nobody is kept waiting, and nobody is told an untruth. */
class OutageIT {
    private static final byte[] EVENT = "{\"event_type\":\"ping\"}".getBytes(UTF_8);
    private static final byte[] NOT_JSON = "{".getBytes(UTF_8);
    private static final Duration PROMISED = Duration.ofSeconds(1);

    @TempDir private Path data;

    @Test
    void answers503InTimeWhileBrokerIsAwayAndAcceptsSoonAfter() {
        KafkaBroker broker = KafkaBroker.start(data, 0);
        broker.createTopics();
        try (RunningEdge edge = RunningEdge.start(broker.bootstrap())) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(edge::isReady);
            assertThat(post(edge, EVENT).statusCode()).isEqualTo(200);
            broker.stop();

            for (int attempt = 0; attempt < 10; attempt++) {
                assertUnavailableInTime(edge, EVENT);
            }
            assertUnavailableInTime(edge, NOT_JSON);
            assertThat(edge.post(RunningEdge.ADDRESS, EVENT, List.of()).statusCode())
                    .isEqualTo(401);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !edge.isReady());
            assertThat(edge.get("/health/liveness").statusCode()).isEqualTo(200);

            try (KafkaBroker back = KafkaBroker.start(data, broker.port())) {
                acceptsWithin(edge, Duration.ofSeconds(5));
                assertThat(back.port()).isEqualTo(broker.port());
            }
        }
    }

    @Test
    void startsWithoutBrokerAndWithoutTopicAndSaysSo() {
        int port = FreePorts.next();
        try (RunningEdge edge = RunningEdge.start("127.0.0.1:" + port)) {
            assertUnavailableInTime(edge, EVENT);
            assertThat(edge.get("/health/readiness").body()).contains("The broker does not answer");

            try (KafkaBroker broker = KafkaBroker.start(data, port)) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> readiness(edge).contains("inbound topic is missing"));
                assertUnavailableInTime(edge, EVENT);

                broker.createTopics();
                acceptsWithin(edge, Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void startsWhereNameOfBrokerCannotBeResolved() {
        try (RunningEdge edge = RunningEdge.start("broker.invalid:9092")) {
            assertUnavailableInTime(edge, EVENT);
        }
    }

    @Test
    void namesEventsByTheNewTopicOnceTheOldOneIsReplaced() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(data, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            broker.createTopics();
            try (RunningEdge edge = RunningEdge.start(broker.bootstrap())) {
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(edge::isReady);
                assertThat(post(edge, EVENT).statusCode()).isEqualTo(200);
                admin.deleteTopics(List.of(Topics.INBOUND)).all().get();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> createdAgain(broker, admin));

                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertNamedByNewTopic(edge, broker));
            }
        }
    }

    @Test
    void recoversFromRecordThatBrokerNeverTakes() throws Exception {
        byte[] large = ("{\"event_type\":\"" + "x".repeat(5_000) + "\"}").getBytes(UTF_8);
        try (KafkaBroker broker = KafkaBroker.start(data, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            broker.createTopics();
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.INBOUND);
            ConfigEntry limit = new ConfigEntry("max.message.bytes", "2000");
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            try (RunningEdge edge = RunningEdge.start(broker.bootstrap())) {
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(edge::isReady);
                // The broker takes a moment to make its new limit its own.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertUnavailableInTime(edge, large));
                acceptsWithin(edge, Duration.ofSeconds(5));
            }
        }
    }

    /** Deleting goes on for a while after it has been confirmed. */
    private static boolean createdAgain(KafkaBroker broker, Admin admin) throws Exception {
        broker.createTopics();
        return admin.listTopics().names().get().contains(Topics.INBOUND);
    }

    private static void assertNamedByNewTopic(RunningEdge edge, KafkaBroker broker) {
        try (InboundTopic topic = new InboundTopic(broker.bootstrap())) {
            HttpResponse<String> answer = post(edge, EVENT);
            assertThat(answer.statusCode()).isEqualTo(200);
            var found = topic.news().getFirst();
            Position position =
                    new Position(topic.id(broker.bootstrap()), found.partition(), found.offset());
            assertThat(answer.body()).contains(StableIds.ofEvent(position).toString());
        }
    }

    private static void acceptsWithin(RunningEdge edge, Duration promised) {
        Awaitility.await()
                .atMost(promised)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> post(edge, EVENT).statusCode() == 200);
    }

    private static void assertUnavailableInTime(RunningEdge edge, byte[] body) {
        Instant before = Instant.now();
        HttpResponse<String> answer = post(edge, body);

        assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);
        ProblemAssertions.assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static String readiness(RunningEdge edge) {
        return edge.get("/health/readiness").body();
    }

    private static HttpResponse<String> post(RunningEdge edge, byte[] body) {
        return edge.post(RunningEdge.ADDRESS, body, Signing.body(RunningEdge.SECRET, body));
    }
}
