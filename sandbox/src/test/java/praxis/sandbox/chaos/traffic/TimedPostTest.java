package praxis.sandbox.chaos.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

@Timeout(60)
class TimedPostTest {
    private ServerSocket edge;

    @BeforeEach
    void listen() throws IOException {
        edge = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        edge.close();
    }

    @Test
    void tellsStatusAndBodyOfAnAnswer() {
        CompletableFuture<Void> said = answer("HTTP/1.1 202 Accepted\r\n\r\n{\"received\":true}");

        Reply reply = post();

        assertThat(reply).isInstanceOf(Reply.Answered.class);
        Reply.Answered answered = (Reply.Answered) reply;
        assertThat(answered.status()).isEqualTo(202);
        assertThat(answered.isAccepted()).isTrue();
        assertThat(answered.asksForRetry()).isFalse();
        assertThat(answered.body()).isEqualTo("{\"received\":true}");
        assertThat(answered.after()).isPositive();
        assertThat(said).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void hearsWhenToComeAgain() {
        CompletableFuture<Void> said =
                answer("HTTP/1.1 503 Service Unavailable\r\nretry-after: 7\r\n\r\n");

        Reply.Answered answered = (Reply.Answered) post();

        assertThat(answered.asksForRetry()).isTrue();
        assertThat(answered.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(said).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void tellsBrokenConnectionFromNone() throws IOException {
        CompletableFuture<Void> said = answer("");
        assertThat(post()).isInstanceOf(Reply.CutOff.class);
        assertThat(said).succeedsWithin(Duration.ofSeconds(10));

        edge.close();
        assertThat(post()).isInstanceOf(Reply.Refused.class);
    }

    private Reply post() {
        return TimedPost.post(
                URI.create("http://127.0.0.1:" + edge.getLocalPort()),
                "/api/webhooks/booking",
                Map.of("webhook-id", "msg-1"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<Void> answer(String text) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Socket heard = edge.accept()) {
                        byte[] request = heard.getInputStream().readNBytes(1);
                        assertThat(request).containsExactly('P');
                        heard.getInputStream().skip(heard.getInputStream().available());
                        heard.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
    }
}
