package praxis.sandbox.tool;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The secret that the practice and its booking tool share, as it is shown to people. */
public record WebhookSecret(String text) {
    private static final String PREFIX = "whsec_";

    public static WebhookSecret of(byte[] random) {
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /** The body signature's key is the text as shown, prefix included. */
    byte[] bodyKey() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Standard Webhooks' key is what stands behind the prefix, decoded. */
    byte[] standardKey() {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalStateException(
                    "a secret without prefix serves the body signature only");
        }
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "WebhookSecret[redacted]";
    }
}
