package praxis.read;

import praxis.read.access.TokenTrust;
import praxis.read.database.DatabaseAddress;
import praxis.read.integration.WebhookAddress;
import praxis.schemas.record.Bytes;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads single settings, and says in one sentence what is wrong with one. */
final class Settings {
    private static final int SMALLEST_KEY_BYTES = 32;
    private static final int LARGEST_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, String> environment;

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name, String otherwise) {
        return given(name).orElse(otherwise);
    }

    String required(String name) {
        return given(name).orElseThrow(() -> new UnusableSetting(name + " must be set."));
    }

    int port(String name, int otherwise) {
        Optional<String> text = given(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(text.get());
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notNumber) {
            // Said below, together with a number that is no port.
        }
        throw new UnusableSetting(name + " must be a port number from 0 to " + LARGEST_PORT + ".");
    }

    Bytes key(String name) {
        try {
            byte[] key = Base64.getDecoder().decode(required(name));
            if (key.length >= SMALLEST_KEY_BYTES) {
                return Bytes.of(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, together with a key that is too short.
        }
        throw new UnusableSetting(
                name + " must be base64 of at least " + SMALLEST_KEY_BYTES + " random bytes.");
    }

    DatabaseAddress database() {
        String url = required("PRAXIS_DB_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new UnusableSetting("PRAXIS_DB_URL must begin with jdbc:postgresql:.");
        }
        return new DatabaseAddress(
                url,
                required("PRAXIS_DB_USER"),
                environment.getOrDefault("PRAXIS_DB_PASSWORD", ""));
    }

    /** What stands before the path of webhooks, from the booking tool's side. */
    WebhookAddress webhooks() {
        Optional<String> text = given("PRAXIS_WEBHOOK_BASE_URL");
        if (text.isPresent() && !isBase(text.get())) {
            throw new UnusableSetting(
                    "PRAXIS_WEBHOOK_BASE_URL must be an http or https URL without query.");
        }
        return new WebhookAddress(text.map(base -> base.replaceAll("/+$", "")));
    }

    private static boolean isBase(String text) {
        try {
            URI url = new URI(text);
            return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        } catch (URISyntaxException notUrl) {
            return false;
        }
    }

    TokenTrust tokenTrust() {
        Optional<String> secret = given("PRAXIS_JWT_SECRET");
        Optional<String> keySet = given("PRAXIS_JWKS_URL");
        if (secret.isPresent() == keySet.isPresent()) {
            throw new UnusableSetting(
                    "Exactly one of PRAXIS_JWT_SECRET and PRAXIS_JWKS_URL must be set.");
        }
        return new TokenTrust(
                text("PRAXIS_JWT_ISSUER", "praxis"),
                text("PRAXIS_JWT_AUDIENCE", "praxis"),
                secret.map(Settings::sharedSecret)
                        .or(() -> keySet.map(Settings::publishedKeys))
                        .orElseThrow());
    }

    private static TokenTrust.Keys sharedSecret(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SMALLEST_KEY_BYTES) {
            throw new UnusableSetting(
                    "PRAXIS_JWT_SECRET must be at least " + SMALLEST_KEY_BYTES + " bytes long.");
        }
        return new TokenTrust.SharedSecret(Bytes.of(bytes));
    }

    /**
     * Keys that came over plain HTTP could be anybody's; on this very machine nobody is between.
     */
    private static TokenTrust.Keys publishedKeys(String text) {
        try {
            URI url = new URI(text);
            boolean plainButNear =
                    "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
            if (url.getHost() != null && ("https".equals(url.getScheme()) || plainButNear)) {
                return new TokenTrust.PublishedKeys(url);
            }
        } catch (URISyntaxException notUrl) {
            // Said below, together with a URL that will not do.
        }
        throw new UnusableSetting("PRAXIS_JWKS_URL must be an https URL.");
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
