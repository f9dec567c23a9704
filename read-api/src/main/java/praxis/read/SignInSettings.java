package praxis.read;

import praxis.read.pages.OpenIdProvider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads who signs people in (OpenID Connect). */
final class SignInSettings {
    private static final String AUTHORIZATION = "PRAXIS_OIDC_AUTHORIZATION_URL";
    private static final String TOKEN = "PRAXIS_OIDC_TOKEN_URL";
    private static final String CLIENT = "PRAXIS_OIDC_CLIENT_ID";
    private static final String CLIENT_SECRET = "PRAXIS_OIDC_CLIENT_SECRET";
    private static final String PUBLIC_URL = "PRAXIS_PUBLIC_URL";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Settings settings;

    SignInSettings(Settings settings) {
        this.settings = settings;
    }

    /** Empty where none of its settings is there; some alone make no sign-in. */
    Optional<OpenIdProvider> provider() {
        List<String> needed = List.of(AUTHORIZATION, TOKEN, CLIENT, PUBLIC_URL);
        return needed.stream().allMatch(name -> settings.given(name).isEmpty())
                ? Optional.empty()
                : Optional.of(
                        new OpenIdProvider(
                                url(AUTHORIZATION),
                                url(TOKEN),
                                settings.required(CLIENT),
                                settings.given(CLIENT_SECRET),
                                url(PUBLIC_URL)));
    }

    /** What is not on this very machine must come over TLS, or a token could be read on its way. */
    private URI url(String name) {
        try {
            URI url = new URI(settings.required(name).replaceAll("/+$", ""));
            boolean plainButNear =
                    "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
            if (url.getHost() != null
                    && url.getRawFragment() == null
                    && ("https".equals(url.getScheme()) || plainButNear)) {
                return url;
            }
        } catch (URISyntaxException notUrl) {
            // Said below, together with a URL that will not do.
        }
        throw new UnusableSetting(name + " must be an https URL.");
    }
}
