package praxis.schemas.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A webhook secret in the clear, on its way between who made it and who needs it. */
public final class WebhookSecret {
    public static final String STANDARD_PREFIX = "whsec_";
    private static final int RANDOM_BYTES = 32;
    private static final String FINGERPRINT_LABEL = "praxis webhook secret fingerprint\n";
    private static final int FINGERPRINT_DIGITS = 12;

    private final String text;

    /**
     * @param text as it is shown, prefix included; not empty
     */
    public WebhookSecret(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a secret has at least one letter");
        }
        this.text = text;
    }

    /**
     * A new one of 256 bits, which serves both signature schemes.
     *
     * @param random must be unguessable
     */
    public static WebhookSecret fresh(RandomGenerator random) {
        byte[] key = new byte[RANDOM_BYTES];
        random.nextBytes(key);
        return new WebhookSecret(STANDARD_PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The secret itself. */
    public String reveal() {
        return text;
    }

    /** Tells secrets apart in logs and on pages without saying anything about them. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((FINGERPRINT_LABEL + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookSecret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "WebhookSecret[" + fingerprint() + "]";
    }
}
