package praxis.read.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;

import praxis.read.access.TokenTrust.PublishedKeys;
import praxis.read.access.TokenTrust.SharedSecret;

import java.net.MalformedURLException;
import java.time.Duration;
import java.util.Set;

/**
 * Finds the key for a token's signature. Which algorithms are allowed follows from our settings,
 * never from the token, so that nobody passes off a public key as a secret (RFC 8725, section 3.1).
 */
final class TokenKeys {
    private static final Set<JWSAlgorithm> WITH_SECRET = Set.of(JWSAlgorithm.HS256);
    private static final Set<JWSAlgorithm> WITH_PUBLISHED_KEYS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final int FETCH_MILLIS = 1_000;
    private static final int LARGEST_KEY_SET_BYTES = 64 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration USABLE_IN_AN_OUTAGE = Duration.ofHours(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);

    private TokenKeys() {}

    static JWSKeySelector<SecurityContext> selector(TokenTrust.Keys keys) {
        return switch (keys) {
            case SharedSecret shared ->
                    new JWSVerificationKeySelector<>(
                            WITH_SECRET, new ImmutableSecret<>(shared.secret().toArray()));
            case PublishedKeys published ->
                    new JWSVerificationKeySelector<>(
                            WITH_PUBLISHED_KEYS,
                            JWKSourceBuilder.create(
                                            url(published),
                                            new DefaultResourceRetriever(
                                                    FETCH_MILLIS,
                                                    FETCH_MILLIS,
                                                    LARGEST_KEY_SET_BYTES))
                                    .cache(FRESH.toMillis(), 2L * FETCH_MILLIS)
                                    .rateLimited(BETWEEN_FETCHES.toMillis())
                                    .outageTolerant(USABLE_IN_AN_OUTAGE.toMillis())
                                    .build());
        };
    }

    private static java.net.URL url(PublishedKeys published) {
        try {
            return published.url().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the setting was checked to be a web URL", impossible);
        }
    }
}
