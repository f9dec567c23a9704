package praxis.read.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import jakarta.inject.Singleton;

import praxis.read.answers.Problem;

/** Says that nobody can sign in at the moment; a token is not to blame for it. */
@Singleton
final class KeysAwayProblems implements ExceptionHandler<KeysAway, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // The framework's signature.
    public HttpResponse<?> handle(HttpRequest request, KeysAway away) {
        return Problem.unavailable("Tokens cannot be verified at the moment.");
    }
}
