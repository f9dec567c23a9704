package praxis.read.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;

import jakarta.inject.Singleton;

import praxis.read.answers.Problem;

/** Says 401 and 403 (RFC 6750, section 3) without saying what was wrong with a token. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessProblems implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // The framework's signature.
    public HttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        if (refused.isForbidden()) {
            return Problem.of(HttpStatus.FORBIDDEN, "Your role may not do this.").toResponse();
        }
        boolean triedToken = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
        return Problem.of(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed.")
                .toResponse()
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        triedToken
                                ? "Bearer realm=\"praxis\", error=\"invalid_token\""
                                : "Bearer realm=\"praxis\"");
    }
}
