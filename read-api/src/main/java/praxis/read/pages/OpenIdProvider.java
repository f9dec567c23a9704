package praxis.read.pages;

import java.net.URI;
import java.util.Optional;

/**
 * Who signs people in (OpenID Connect, authorization code with PKCE).
 *
 * @param authorization where browsers are sent
 * @param token where we exchange the code
 * @param clientSecret empty for a public client, which PKCE alone protects
 * @param publicUrl how browsers reach us, without a slash at the end
 */
public record OpenIdProvider(
        URI authorization,
        URI token,
        String clientId,
        Optional<String> clientSecret,
        URI publicUrl) {

    /** Whether browsers reach us over TLS. */
    public boolean isSecure() {
        return "https".equals(publicUrl.getScheme());
    }

    URI callback() {
        return URI.create(publicUrl + "/sign-in/done");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OpenIdProvider[" + authorization + "]";
    }
}
