package praxis.read.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lets the framework's security filter ask {@link TokenVerifier}. */
public final class BearerTokenValidator implements TokenValidator<HttpRequest<?>> {
    private final TokenVerifier verifier;
    private final Scheduler scheduler;

    /**
     * @param scheduler where a token is judged; not the event loop if keys may have to be fetched
     */
    public BearerTokenValidator(TokenVerifier verifier, Scheduler scheduler) {
        this.verifier = verifier;
        this.scheduler = scheduler;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return speaksOfSeveral(request)
                ? Mono.empty()
                : Mono.defer(() -> authentication(token)).subscribeOn(scheduler);
    }

    /** Somebody before us may have judged another one of them (RFC 9110, section 5.3). */
    private static boolean speaksOfSeveral(@Nullable HttpRequest<?> request) {
        return request != null && request.getHeaders().getAll(HttpHeaders.AUTHORIZATION).size() > 1;
    }

    private Mono<Authentication> authentication(String token) {
        return switch (verifier.verify(token)) {
            case TokenVerifier.Verdict.Believed believed ->
                    Mono.just(new CallerAuthentication(believed.caller(), believed.expiry()));
            case TokenVerifier.Verdict.Refused refused -> Mono.empty();
            case TokenVerifier.Verdict.Undecided undecided -> Mono.error(new KeysAway());
        };
    }
}
