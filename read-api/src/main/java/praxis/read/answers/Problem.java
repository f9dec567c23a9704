package praxis.read.answers;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * What went wrong (RFC 9457), in plain words and with no internal detail.
 *
 * @param type always {@code about:blank}: the status says which sort of problem it is
 * @param errors one for each parameter, or field of the body, that will not do
 */
@Schema(
        description = "What went wrong (RFC 9457).",
        example =
                """
                {
                  "type": "about:blank",
                  "title": "Bad Request",
                  "status": 400,
                  "detail": "A parameter will not do.",
                  "errors": [{"parameter": "limit", "detail": "A whole number from 1 to 200."}]
                }
                """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, @Nullable List<BadParameter> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String NO_MEANING_BEYOND_STATUS = "about:blank";
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    /** A parameter, or a field of the body, that will not do, and what would. */
    public record BadParameter(String parameter, String detail) {}

    public static Problem of(HttpStatus status, String detail) {
        return new Problem(
                NO_MEANING_BEYOND_STATUS, status.getReason(), status.getCode(), detail, null);
    }

    public static MutableHttpResponse<?> badParameters(List<BadParameter> errors) {
        return of(HttpStatus.BAD_REQUEST, "A parameter will not do.", errors).toResponse();
    }

    /** Well-formed, but it says what cannot be done. */
    public static MutableHttpResponse<?> badFields(List<BadParameter> errors) {
        return of(HttpStatus.UNPROCESSABLE_ENTITY, "A field of the body will not do.", errors)
                .toResponse();
    }

    private static Problem of(HttpStatus status, String detail, List<BadParameter> errors) {
        return new Problem(
                NO_MEANING_BEYOND_STATUS,
                status.getReason(),
                status.getCode(),
                detail,
                List.copyOf(errors));
    }

    /** Not there and not yours look the same. */
    public static MutableHttpResponse<?> notFound() {
        return of(HttpStatus.NOT_FOUND, "There is nothing here, or not for you.").toResponse();
    }

    public static MutableHttpResponse<?> unavailable(String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, detail)
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TRY_AGAIN_AFTER.toSeconds()));
    }

    /** Any other body that is a problem: one with members of its own. */
    public static MutableHttpResponse<?> response(HttpStatus status, Object problem) {
        return HttpResponse.status(status).contentType(MEDIA_TYPE).body(Json.bytes(problem));
    }

    public MutableHttpResponse<?> toResponse() {
        return response(HttpStatus.valueOf(status), this);
    }
}
