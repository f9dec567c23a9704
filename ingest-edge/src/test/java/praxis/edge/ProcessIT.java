package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.testkit.FreePorts;
import praxis.testkit.KafkaBroker;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The delivered program: how it starts, what it says, how it stops. */
class ProcessIT {
    private static final String PERSONAL = "Jolanthe Beispielhuber";
    private static final String EVENT =
            "{\"event_type\":\"patient.created\",\"payload\":{\"name\":\"" + PERSONAL + "\"}}";

    @TempDir private Path directory;

    @Test
    void finishesRequestsUnderWayWhenToldToStop() throws InterruptedException {
        int port = FreePorts.next();
        try (KafkaBroker broker = KafkaBroker.start(directory.resolve("data"), 0)) {
            broker.createTopics();
            Map<String, String> environment = settings(port, broker.bootstrap());
            try (InboundTopic topic = new InboundTopic(broker.bootstrap());
                    EdgeProcess edge = EdgeProcess.start(directory, environment)) {
                edge.awaitListening(port);
                awaitReady(port);
                try (RawClient client = new RawClient(port)) {
                    String head = head();
                    client.send(head + EVENT.substring(0, 10));
                    edge.terminate();
                    Awaitility.await().until(() -> !EdgeProcess.isListening(port));
                    client.send(EVENT.substring(10));

                    assertThat(client.answer()).startsWith("HTTP/1.1 200");
                    assertThat(client.isClosedByServer()).isTrue();
                }
                assertThat(edge.awaitExit()).isEqualTo(143);
                assertThat(topic.news()).hasSize(1);
                assertThat(edge.output())
                        .doesNotContain(PERSONAL)
                        .doesNotContain(RunningEdge.SECRET)
                        .doesNotContain("ERROR");
                assertThat(edge.output().lines())
                        .allSatisfy(line -> assertThat(line).startsWith("{\"timestamp\":"));
            }
        }
    }

    @Test
    void leavesNoTraceOfItsRehearsal() throws Exception {
        int port = FreePorts.next();
        try (KafkaBroker broker = KafkaBroker.start(directory.resolve("data"), 0)) {
            broker.createTopics();
            try (InboundTopic topic = new InboundTopic(broker.bootstrap());
                    EdgeProcess edge =
                            EdgeProcess.start(directory, settings(port, broker.bootstrap()))) {
                edge.awaitListening(port);
                assertThat(edge.output()).contains("rehearsed with ").doesNotContain("broken off");
                try (RawClient client = new RawClient(port)) {
                    client.send("GET /prometheus HTTP/1.1\r\nHost: edge\r\n\r\n");
                    assertThat(client.answer()).contains("edge_duration_seconds_count 0");
                }
                assertThat(topic.news()).isEmpty();
            }
        }
    }

    @Test
    void saysInOneSentenceWhyItCannotStart() throws Exception {
        Map<String, String> environment = settings(FreePorts.next(), "localhost:9092");
        environment.put("PRAXIS_EDGE_PROT", "8080");
        try (EdgeProcess edge = EdgeProcess.start(directory, environment)) {
            assertThat(edge.awaitExit()).isEqualTo(2);
            assertThat(edge.output())
                    .isEqualTo("ingest-edge: PRAXIS_EDGE_PROT is not a setting of the edge.\n");
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EdgeProcess edge =
                        EdgeProcess.start(
                                directory, settings(taken.getLocalPort(), "localhost:9092"))) {
            assertThat(edge.awaitExit()).isEqualTo(1);
            assertThat(edge.output())
                    .contains("ingest-edge: cannot listen on port " + taken.getLocalPort() + ".\n");
        }
    }

    private static Map<String, String> settings(int port, String bootstrap) {
        return new HashMap<>(
                Map.of(
                        "PRAXIS_EDGE_PORT",
                        Integer.toString(port),
                        "PRAXIS_EDGE_HOST",
                        "127.0.0.1",
                        "PRAXIS_KAFKA_BOOTSTRAP",
                        bootstrap,
                        "PRAXIS_MAIN_KEY",
                        Base64.getEncoder().encodeToString(new byte[32]),
                        "BOOKING_WEBHOOK_SECRET",
                        RunningEdge.SECRET));
    }

    private static String head() {
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        return "POST /api/webhooks/booking HTTP/1.1\r\nHost: edge\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n"
                + String.join(": ", Signing.body(RunningEdge.SECRET, body))
                + "\r\n\r\n";
    }

    private static void awaitReady(int port) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            try (RawClient client = new RawClient(port)) {
                                client.send("GET /health/readiness HTTP/1.1\r\nHost: edge\r\n\r\n");
                                return client.answer().startsWith("HTTP/1.1 200");
                            }
                        });
    }
}
