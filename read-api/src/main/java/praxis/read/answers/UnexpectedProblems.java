package praxis.read.answers;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;

/**
 * Answers what nobody expected, and logs which exception it was and where. Not its message: that
 * may repeat what somebody sent.
 */
@Singleton
final class UnexpectedProblems implements ExceptionHandler<Exception, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedProblems.class);

    @Override
    @SuppressWarnings("rawtypes") // The framework's signature.
    public HttpResponse<?> handle(HttpRequest request, Exception unexpected) {
        LOG.error("unexpected {} at {}", unexpected.getClass().getName(), ours(unexpected));
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.")
                .toResponse();
    }

    private static String ours(Exception unexpected) {
        return Arrays.stream(unexpected.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("praxis."))
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("none of our lines");
    }
}
