package praxis.edge.receive;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;

import praxis.edge.answer.Answers;
import praxis.edge.answer.Problems;
import praxis.edge.verify.SignedContent;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The webhook's address. Takes any media type and answers whatever is asked for: see inside. */
@Controller("/api/webhooks/booking")
final class WebhookController {
    private final Intake intake;
    private final InstantSource clock;

    WebhookController(Intake intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Post(consumes = MediaType.ALL, produces = MediaType.ALL)
    CompletableFuture<MutableHttpResponse<byte[]>> receiveForDefault(HttpRequest<?> request) {
        return receive(request, Optional.of(PracticeId.DEFAULT));
    }

    @Post(uri = "/{practice}", consumes = MediaType.ALL, produces = MediaType.ALL)
    CompletableFuture<MutableHttpResponse<byte[]>> receiveForPractice(
            HttpRequest<?> request, @PathVariable String practice) {
        return receive(
                request, Optional.of(practice).filter(PracticeId::isValid).map(PracticeId::new));
    }

    private CompletableFuture<MutableHttpResponse<byte[]>> receive(
            HttpRequest<?> request, Optional<PracticeId> practice) {
        // Before the signature, because nobody has to wait for the body to say so.
        if (!JsonMediaType.isSaidBy(request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE))) {
            return CompletableFuture.completedFuture(Answers.problem(Problems.NOT_JSON_MEDIA_TYPE));
        }
        return wholeBody(request)
                .thenCompose(
                        body -> {
                            Instant lastByte = clock.instant().truncatedTo(ChronoUnit.MICROS);
                            SignedContent content =
                                    new SignedContent(request.getHeaders()::getAll, Bytes.of(body));
                            return intake.receive(new Delivery(practice, content, lastByte));
                        });
    }

    /** The bytes exactly as they came; fails if there are more than the server's limit. */
    private static CompletableFuture<byte[]> wholeBody(HttpRequest<?> request) {
        return ((ServerHttpRequest<?>) request)
                .byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST)
                .buffer()
                .thenApply(WebhookController::bytes);
    }

    private static byte[] bytes(CloseableAvailableByteBody body) {
        try (body) {
            return body.toByteArray();
        }
    }
}
