package praxis.sandbox.tool;

import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Posts deliveries to an edge, one attempt each. */
public final class WebhookClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private final Signer signer;
    private final PracticeId practice;
    private final InstantSource clock;

    public WebhookClient(Signer signer, PracticeId practice, InstantSource clock) {
        this.signer = signer;
        this.practice = practice;
        this.clock = clock;
    }

    public Answer post(URI edge, Delivery delivery) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(
                            request(edge, delivery, clock.instant()),
                            HttpResponse.BodyHandlers.ofString());
            return new Answer.Status(response.statusCode(), response.body(), retryAfter(response));
        } catch (IOException failed) {
            return new Answer.Silence(reason(failed));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(URI edge, Delivery delivery, Instant now) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(edge.resolve(path()))
                        .timeout(ANSWER_TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body().toArray()));
        signer.headers(delivery, now).forEach(request::header);
        if (delivery.backfill()) {
            request.header("X-Webhook-Backfill", "true");
        }
        return request.build();
    }

    private String path() {
        String path = "/api/webhooks/booking";
        return practice.equals(PracticeId.DEFAULT) ? path : path + "/" + practice;
    }

    /** Only the form in seconds: our edge sends no other (RFC 9110, section 10.2.3). */
    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
