package praxis.edge.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import praxis.schemas.event.FieldProblem;
import praxis.schemas.record.SignatureScheme;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Puts what is to be said into HTTP responses. */
public final class Answers {
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String JSON = "application/json";
    private static final byte[] UNAUTHORIZED = Problems.UNAUTHORIZED.toJson();
    private static final byte[] UNAVAILABLE = Problems.UNAVAILABLE.toJson();

    private Answers() {}

    /** The body signature's contract promises 200, the other's asks for what is true: 202. */
    public static MutableHttpResponse<byte[]> accepted(SignatureScheme scheme, UUID eventId) {
        HttpStatus status =
                switch (scheme) {
                    case STANDARD_WEBHOOKS -> HttpStatus.ACCEPTED;
                    case BODY -> HttpStatus.OK;
                };
        String json =
                "{\"received\":true,\"status\":\"accepted\",\"event_id\":\"" + eventId + "\"}";
        return HttpResponse.<byte[]>status(status)
                .header(HttpHeaders.CONTENT_TYPE, JSON)
                .body(json.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same words for every reason: whoever cannot sign learns nothing here. */
    public static MutableHttpResponse<byte[]> unauthorized() {
        return problem(Problems.UNAUTHORIZED, UNAUTHORIZED);
    }

    public static MutableHttpResponse<byte[]> unavailable() {
        return problem(Problems.UNAVAILABLE, UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    public static MutableHttpResponse<byte[]> unusableEnvelope(List<FieldProblem> problems) {
        return problem(Problems.UNUSABLE_ENVELOPE, Problems.UNUSABLE_ENVELOPE.toJson(problems));
    }

    public static MutableHttpResponse<byte[]> problem(Problem problem) {
        return problem(problem, problem.toJson());
    }

    private static MutableHttpResponse<byte[]> problem(Problem problem, byte[] json) {
        return HttpResponse.<byte[]>status(problem.status(), problem.title())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .body(json);
    }
}
