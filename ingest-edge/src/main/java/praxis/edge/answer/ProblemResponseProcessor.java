package praxis.edge.answer;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

import jakarta.inject.Singleton;

/** Says every error of the framework in our words, whatever it wanted to say itself. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemResponseProcessor implements ErrorResponseProcessor<byte[]> {
    @Override
    public MutableHttpResponse<byte[]> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem = problem(context.getRequest(), response.code());
        if (problem.status() == HttpStatus.BAD_REQUEST.getCode()) {
            // Whatever follows on this connection cannot be told from what was broken.
            response.header(HttpHeaders.CONNECTION, "close");
        }
        boolean withBody = context.getRequest().getMethod() != HttpMethod.HEAD;
        return response.status(problem.status(), problem.title())
                .contentType(Problem.MEDIA_TYPE)
                .body(withBody ? problem.toJson() : new byte[0]);
    }

    /** The framework knows one status for everything too long; we name what it was. */
    private static Problem problem(HttpRequest<?> request, int status) {
        if (request instanceof NettyHttpRequest<?> netty) {
            Throwable broken = netty.getNativeRequest().decoderResult().cause();
            if (broken instanceof TooLongHttpHeaderException) {
                return Problems.HEADERS_TOO_LARGE;
            }
            if (broken instanceof TooLongHttpLineException) {
                return Problems.URI_TOO_LONG;
            }
        }
        return Problems.ofStatus(status);
    }
}
