package praxis.read.access;

import praxis.schemas.record.Bytes;

import java.net.URI;

/**
 * Whose tokens are believed.
 *
 * @param issuer the only {@code iss}
 * @param audience must be among {@code aud}
 */
public record TokenTrust(String issuer, String audience, Keys keys) {
    /** What verifies a signature; never both, or a public key could be taken for a secret. */
    public sealed interface Keys {}

    /** HS256 with this secret. */
    public record SharedSecret(Bytes secret) implements Keys {}

    /** RS256, PS256 or ES256 with one of the keys found there (RFC 7517). */
    public record PublishedKeys(URI url) implements Keys {}
}
