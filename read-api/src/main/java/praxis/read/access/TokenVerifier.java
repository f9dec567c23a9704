package praxis.read.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller.Role;
import praxis.read.access.Caller.Subject;
import praxis.schemas.record.PracticeId;

import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a bearer token is to be believed, and what it says of its caller. */
public final class TokenVerifier {
    /** In seconds, as tokens count. */
    private static final double YEAR_10000 = 253_402_300_800.0;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public TokenVerifier(TokenTrust trust, InstantSource clock) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(TokenKeys.selector(trust.keys()));
        processor.setJWTClaimsSetVerifier(new ClaimRules(trust, clock));
    }

    /** What became of a token. Why one was refused is for nobody: it would help only a forger. */
    sealed interface Verdict {
        /**
         * It says who asks.
         *
         * @param expiry from when on it counts no more
         */
        record Believed(Caller caller, Instant expiry) implements Verdict {}

        record Refused() implements Verdict {}

        /** The keys to judge it are not to be had at the moment. */
        record Undecided() implements Verdict {}
    }

    Verdict verify(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWTClaimsSet claims = processor.process(signed, null);
            return Optional.of(claims)
                    .filter(read -> hasTimesThatClocksKnow(signed))
                    .flatMap(TokenVerifier::caller)
                    .<Verdict>map(
                            caller ->
                                    new Verdict.Believed(
                                            caller, claims.getExpirationTime().toInstant()))
                    .orElseGet(Verdict.Refused::new);
        } catch (RateLimitReachedException unknownKeyAgain) {
            return new Verdict.Refused();
        } catch (KeySourceException away) {
            return new Verdict.Undecided();
        } catch (ParseException | BadJOSEException | JOSEException notToBeBelieved) {
            return new Verdict.Refused();
        }
    }

    /**
     * The library counts in milliseconds, where seconds that are far too many come round to another
     * time: a token that will never count would count already.
     */
    private static boolean hasTimesThatClocksKnow(SignedJWT signed) {
        Map<String, Object> sent = signed.getPayload().toJSONObject();
        return Stream.of("exp", "nbf")
                .map(sent::get)
                .allMatch(
                        time ->
                                !(time instanceof Number seconds)
                                        || Math.abs(seconds.doubleValue()) < YEAR_10000);
    }

    private static Optional<Caller> caller(JWTClaimsSet claims) {
        @Nullable String practice = text(claims, "practice");
        @Nullable String role = text(claims, "role");
        @Nullable String subject = claims.getSubject();
        if (practice == null || role == null || subject == null) {
            return Optional.empty();
        }
        if (!PracticeId.isValid(practice) || !Subject.isValid(subject)) {
            return Optional.empty();
        }
        return Role.named(role)
                .map(known -> new Caller(new PracticeId(practice), known, new Subject(subject)));
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }
}
