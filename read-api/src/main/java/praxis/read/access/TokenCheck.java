package praxis.read.access;

import java.time.Instant;
import java.util.Optional;

/** Tells who signs people in whether a token will be believed. */
public final class TokenCheck {
    private final TokenVerifier verifier;

    public TokenCheck(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** From when on it counts no more; empty where it does not count at all. */
    public Optional<Instant> expiry(String token) {
        return verifier.verify(token) instanceof TokenVerifier.Verdict.Believed believed
                ? Optional.of(believed.expiry())
                : Optional.empty();
    }
}
