package praxis.read.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller.Role;
import praxis.read.access.Caller.Subject;
import praxis.schemas.record.PracticeId;

import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;

/** Decides whether a bearer token is to be believed, and what it says of its caller. */
public final class TokenVerifier {
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
        record Believed(Caller caller) implements Verdict {}

        record Refused() implements Verdict {}

        /** The keys to judge it are not to be had at the moment. */
        record Undecided() implements Verdict {}
    }

    Verdict verify(String token) {
        try {
            return caller(processor.process(token, null))
                    .<Verdict>map(Verdict.Believed::new)
                    .orElseGet(Verdict.Refused::new);
        } catch (RateLimitReachedException unknownKeyAgain) {
            return new Verdict.Refused();
        } catch (KeySourceException away) {
            return new Verdict.Undecided();
        } catch (ParseException | BadJOSEException | JOSEException notToBeBelieved) {
            return new Verdict.Refused();
        }
    }

    private static Optional<Caller> caller(JWTClaimsSet claims) throws ParseException {
        @Nullable String practice = claims.getStringClaim("practice");
        @Nullable String role = claims.getStringClaim("role");
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
}
