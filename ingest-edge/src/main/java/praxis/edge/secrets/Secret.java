package praxis.edge.secrets;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** One webhook secret: the keys made from it, its fingerprint, and when it stops counting. */
public final class Secret {
    private static final String STANDARD_PREFIX = "whsec_";
    private static final String FINGERPRINT_LABEL = "praxis webhook secret fingerprint\n";
    private static final int FINGERPRINT_DIGITS = 12;

    private final HmacKey bodyKey;
    private final Optional<StandardKey> standardKey;
    private final String fingerprint;
    private final Optional<Instant> expiresAt;

    private Secret(
            HmacKey bodyKey,
            Optional<StandardKey> standardKey,
            String fingerprint,
            Optional<Instant> expiresAt) {
        this.bodyKey = bodyKey;
        this.standardKey = standardKey;
        this.fingerprint = fingerprint;
        this.expiresAt = expiresAt;
    }

    /**
     * Makes the keys that the text serves for.
     *
     * @param text the secret as it was shown, prefix included; not empty
     * @param expiresAt the first instant at which it verifies nothing any more
     */
    public static Secret of(String text, Optional<Instant> expiresAt) {
        HmacKey bodyKey = new HmacKey(text.getBytes(StandardCharsets.UTF_8));
        return new Secret(bodyKey, standardKey(text), fingerprint(text), expiresAt);
    }

    public boolean isLiving(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }

    /** The body signature's key: the whole string, whatever it looks like. */
    public HmacKey bodyKey() {
        return bodyKey;
    }

    /** The Standard Webhooks key; only a secret of that form has one. */
    public Optional<StandardKey> standardKey() {
        return standardKey;
    }

    /** Tells secrets apart in logs and on pages without saying anything about them. */
    public String fingerprint() {
        return fingerprint;
    }

    private static Optional<StandardKey> standardKey(String text) {
        if (!text.startsWith(STANDARD_PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(STANDARD_PREFIX.length()));
            return Optional.of(new StandardKey(new Webhook(key), new HmacKey(key)));
        } catch (IllegalArgumentException | EmptyWebhookSecretException notOfThatForm) {
            return Optional.empty();
        }
    }

    private static String fingerprint(String text) {
        byte[] digest = Sha256.of((FINGERPRINT_LABEL + text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_DIGITS);
    }

    @Override
    public String toString() {
        return "Secret[" + fingerprint + "]";
    }
}
