package praxis.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients that send too slowly, or do not take what they asked for. */
class HostileClientsIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final String GET = "GET /health/liveness HTTP/1.1\r\nHost: read\r\n\r\n";

    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        TestPractice practice = new TestPractice(database, "nord");
        String large = "{\"a\":\"" + "x".repeat(15_000) + "\"}";
        for (int count = 0; count < 200; count++) {
            practice.event("ping", large);
        }
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void closesDrippingAndSilentConnectionsInTimeButNotIdleOnes() throws IOException {
        try (Socket silent = connected();
                Socket header = connected();
                Socket body = connected();
                Socket behind = connected();
                Socket idle = connected()) {
            send(header, "GET /api/patients HTTP/1.1\r\nHost: read\r\nX: ");
            send(body, "POST /api/patients HTTP/1.1\r\nHost: read\r\nContent-Length: 900\r\n\r\n");
            send(behind, GET + "GET /api/patients HTTP/1.1\r\nX: ");
            send(idle, GET);

            List<Socket> dripping = new ArrayList<>(List.of(header, body, behind));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(250))
                    .atMost(PROMISED)
                    .until(
                            () -> {
                                dripping.removeIf(socket -> !send(socket, "x"));
                                return dripping.isEmpty();
                            });
            assertThat(silent.getInputStream().read()).isNegative();
            assertThat(answer(idle)).startsWith("HTTP/1.1 200");
            send(idle, GET);
            assertThat(answer(idle)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void closesConnectionThatDoesNotTakeItsAnswers() throws IOException {
        try (Socket greedy = new Socket()) {
            greedy.setReceiveBufferSize(1_024);
            greedy.connect(address());
            String token = TestApi.token("nord", "admin", "boss");
            String request =
                    "GET /api/admin/webhook-events?limit=200 HTTP/1.1\r\nHost: read\r\n"
                            + "Authorization: Bearer "
                            + token
                            + "\r\n\r\n";
            // More than what the network between us holds.
            send(greedy, request.repeat(10));

            Awaitility.await()
                    .atMost(PROMISED.plusSeconds(5))
                    .until(() -> metrics().contains("cut_off_total{reason=\"not-taken\"} 1.0"));
        }
        assertThat(api.get("/api/patients", TestApi.token("nord", "admin", "boss")).statusCode())
                .isEqualTo(200);
    }

    private static String metrics() {
        return api.get("/prometheus", "none").body();
    }

    private static Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.connect(address());
        socket.setSoTimeout((int) PROMISED.toMillis());
        return socket;
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), api.uri("/").getPort());
    }

    /** False if the other side takes nothing any more. */
    private static boolean send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** As much of it as is there at once. */
    private static String answer(Socket socket) throws IOException {
        byte[] bytes = new byte[8_192];
        int count = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(count, 0), StandardCharsets.US_ASCII);
    }
}
