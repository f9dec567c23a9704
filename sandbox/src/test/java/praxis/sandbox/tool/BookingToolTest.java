package praxis.sandbox.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;

class BookingToolTest {
    private static final WebhookSecret SECRET =
            WebhookSecret.of("an invented secret, 32 bytes long".getBytes(StandardCharsets.UTF_8));
    private static final double QUICKLY = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer edge;

    @BeforeEach
    void openEdge() throws IOException {
        edge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        edge.start();
    }

    @AfterEach
    void closeEdge() {
        edge.stop(0);
    }

    @Test
    void countsWhatIsAccepted() {
        answer(() -> 202);
        try (BookingTool tool = tool()) {
            tool.start(QUICKLY);
            await().atMost(PATIENCE).until(() -> tool.counts().accepted() >= 10);
            assertThat(tool.counts().retried()).isZero();
            assertThat(tool.counts().rejected()).isZero();
        }
    }

    @Test
    void repeatsTheSameBytesWhenTheEdgeIsBusy() {
        answer(() -> received.size() <= 1 ? 503 : 200);
        try (BookingTool tool = tool()) {
            tool.start(1);
            await().atMost(PATIENCE)
                    .until(() -> tool.counts().accepted() >= 1 && tool.counts().retried() >= 1);
            assertThat(received.stream().distinct().count()).isLessThan(received.size());
        }
    }

    @Test
    void doesNotRepeatWhatIsRefusedForGood() {
        answer(() -> 401);
        try (BookingTool tool = tool()) {
            tool.start(QUICKLY);
            await().atMost(PATIENCE).until(() -> tool.counts().rejected() >= 5);
            assertThat(tool.counts().retried()).isZero();
        }
    }

    private BookingTool tool() {
        InstantSource clock = InstantSource.system();
        URI address = URI.create("http://127.0.0.1:" + edge.getAddress().getPort());
        return new BookingTool(
                new Traffic(1),
                new WebhookClient(new Signer(SECRET), PracticeId.DEFAULT, clock),
                List.of(address),
                clock);
    }

    private void answer(IntSupplier status) {
        edge.createContext(
                "/api/webhooks/booking",
                exchange -> {
                    received.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    answer(exchange, status.getAsInt());
                });
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        if (status == 503) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
