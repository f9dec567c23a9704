package praxis.read.access;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Who may have issued a token, for whom, and when it counts (RFC 7519, section 4.1). */
final class ClaimRules implements JWTClaimsSetVerifier<SecurityContext> {
    /** How far the issuer's clock may be off. */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    private final TokenTrust trust;
    private final InstantSource clock;

    ClaimRules(TokenTrust trust, InstantSource clock) {
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
            throws BadJWTException {
        Instant now = clock.instant();
        if (!trust.issuer().equals(claims.getIssuer())) {
            throw new BadJWTException("issuer");
        }
        if (!claims.getAudience().contains(trust.audience())) {
            throw new BadJWTException("audience");
        }
        @Nullable Date expiry = claims.getExpirationTime();
        if (expiry == null || !now.isBefore(expiry.toInstant().plus(LEEWAY))) {
            throw new BadJWTException("expiry");
        }
        @Nullable Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(LEEWAY))) {
            throw new BadJWTException("not before");
        }
    }
}
