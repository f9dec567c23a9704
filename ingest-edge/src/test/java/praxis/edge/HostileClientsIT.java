package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.testkit.FreePorts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients that send too slowly, too much, or what is no HTTP; none of them needs a broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileClientsIT {
    private static final String POST = "POST /api/webhooks/booking HTTP/1.1\r\nHost: edge\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private RunningEdge edge;

    @BeforeAll
    void start() {
        edge = RunningEdge.start("127.0.0.1:" + FreePorts.next());
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    @Test
    void closesDrippingAndSilentConnectionsInTimeButNotIdleOnes() {
        try (RawClient silent = client();
                RawClient header = client();
                RawClient body = client();
                RawClient chunks = client();
                RawClient tooShort = client();
                RawClient idle = client()) {
            header.send(POST);
            body.send(POST + JSON + "Content-Length: 1000\r\n\r\n");
            chunks.send(POST + JSON + "Transfer-Encoding: chunked\r\n\r\n");
            tooShort.send(POST + JSON + "Content-Length: 1000\r\n\r\n{}");
            idle.send("GET /health/liveness HTTP/1.1\r\nHost: edge\r\n\r\n");
            assertThat(idle.answer()).startsWith("HTTP/1.1 200");

            List<RawClient> dripping = new ArrayList<>(List.of(header, body, chunks));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(250))
                    .atMost(PROMISED)
                    .until(
                            () -> {
                                dripping.removeIf(
                                        client ->
                                                !client.send(
                                                        client == chunks ? "1\r\nx\r\n" : "x"));
                                return dripping.isEmpty();
                            });
            assertThat(silent.isClosedByServer()).isTrue();
            assertThat(tooShort.isClosedByServer()).isTrue();
            idle.send("GET /health/liveness HTTP/1.1\r\nHost: edge\r\n\r\n");
            assertThat(idle.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void answers413ToChunkedBodyWithoutReadingItToItsEnd() {
        try (RawClient client = client()) {
            client.send(POST + JSON + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int sent = 0; sent < 5; sent++) {
                client.send(chunk);
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("problem+json");

            int more = 0;
            while (more < 1_000 && client.send(chunk)) {
                more++;
            }
            assertThat(more).isLessThan(1_000);
        }
    }

    @Test
    void letsRefusedClientReadItsAnswerEvenIfItSaysClose() {
        try (RawClient client = client()) {
            int length = 1_000_000;
            client.send(
                    POST + JSON + "Connection: close\r\nContent-Length: " + length + "\r\n\r\n");
            for (int sent = 0; sent < length; sent += 10_000) {
                assertThat(client.send("x".repeat(10_000))).isTrue();
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 413");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void refusesTooLargeBodyBeforeAskingForIt() {
        try (RawClient client = client()) {
            client.send(POST + JSON + "Expect: 100-continue\r\nContent-Length: 10000000\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void asksForBodyThatFits() {
        try (RawClient client = client()) {
            client.send(POST + JSON + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 100");
            client.send("{}");
            assertThat(client.answer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void answers431ToHugeHeadersAnd414ToHugeAddress() {
        assertThat(answerTo(POST + "X-Filler: " + "x".repeat(20_000) + "\r\n\r\n"))
                .contains(" 431 ")
                .contains("problem+json");
        StringBuilder many = new StringBuilder(POST);
        for (int line = 0; line < 2_000; line++) {
            many.append("X-Filler-").append(line).append(": filler\r\n");
        }
        assertThat(answerTo(many + "\r\n")).contains(" 431 ").contains("problem+json");
        assertThat(answerTo("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: edge\r\n\r\n"))
                .contains(" 414 ")
                .contains("problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001 no HTTP at all\r\n\r\n",
                POST + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                POST + JSON + "Content-Length: -1\r\n\r\n{}",
                POST + JSON + "Content-Length: two\r\n\r\n{}",
                POST + JSON + "Broken header\r\n\r\n",
                POST + JSON + "Header : spaced\r\n\r\n",
                POST + JSON + "Transfer-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                POST + JSON + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /api/webhooks/booking HTTP/3.7\r\nHost: edge\r\n\r\n",
                "POST /api/webhooks/booking/%zz HTTP/1.1\r\nHost: edge\r\n\r\n",
                POST + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void answers400ToBrokenFraming(String request) {
        assertThat(answerTo(request)).contains(" 400 Bad").contains("problem+json");
    }

    @Test
    void treatsBytesBeyondContentLengthAsBrokenRequest() {
        try (RawClient client = client()) {
            client.send(POST + JSON + "Content-Length: 2\r\n\r\n{}and more\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 401");
            assertThat(client.answer()).contains(" 400 Bad");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Webhook-Signature: a\r\nX-Webhook-Signature: b\r\n",
                "webhook-signature: a\r\nWebhook-Signature: b\r\n",
            })
    void refusesRepeatedSignatureHeaders(String headers) {
        assertThat(answerTo(POST + JSON + headers + "Content-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 401");
        assertThat(edge.get("/prometheus").body())
                .containsPattern("edge_refused_total\\{reason=\"repeated-header\"} [1-9]");
    }

    @Test
    void answersPipelinedRequestsInOrder() {
        try (RawClient client = client()) {
            client.send(
                    POST
                            + JSON
                            + "Content-Length: 2\r\n\r\n{}"
                            + "GET /nowhere HTTP/1.1\r\nHost: edge\r\n\r\n"
                            + "GET /health/liveness HTTP/1.1\r\nHost: edge\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 401");
            assertThat(client.answer()).startsWith("HTTP/1.1 404");
            assertThat(client.answer()).startsWith("HTTP/1.1 200");
        }
    }

    private String answerTo(String request) {
        try (RawClient client = client()) {
            client.send(request);
            return client.answer();
        }
    }

    private RawClient client() {
        return new RawClient(edge.port());
    }
}
