package praxis.read.answers;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;

import jakarta.inject.Singleton;

/**
 * Turns every error of the framework into a problem. Its own messages are left out: they name
 * classes and repeat what was sent.
 */
@Singleton
final class Problems implements ErrorResponseProcessor<byte[]> {
    @Override
    public MutableHttpResponse<byte[]> processResponse(
            ErrorContext error, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        return response.contentType(Problem.MEDIA_TYPE)
                .body(Json.bytes(Problem.of(status, detail(status))));
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing here, or not for you.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method; see Allow.";
            case NOT_ACCEPTABLE -> "This address answers in application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address does not take this media type.";
            case REQUEST_ENTITY_TOO_LARGE -> "The request is too large.";
            default ->
                    status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                            ? "The request is not understood."
                            : "Something went wrong on our side.";
        };
    }
}
