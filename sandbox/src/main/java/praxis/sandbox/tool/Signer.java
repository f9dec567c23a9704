package praxis.sandbox.tool;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs deliveries the way their scheme wants it, and says so in headers. */
public final class Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final WebhookSecret secret;

    public Signer(WebhookSecret secret) {
        this.secret = secret;
    }

    /** The headers for one attempt at {@code attemptedAt}. */
    public Map<String, String> headers(Delivery delivery, Instant attemptedAt) {
        return switch (delivery.scheme()) {
            case BODY -> bodySignature(delivery);
            case STANDARD_WEBHOOKS -> standardWebhooks(delivery, attemptedAt);
        };
    }

    private Map<String, String> bodySignature(Delivery delivery) {
        byte[] mac = hmac(secret.bodyKey(), delivery.body().toArray());
        return Map.of("X-Webhook-Signature", "sha256=" + HexFormat.of().formatHex(mac));
    }

    private Map<String, String> standardWebhooks(Delivery delivery, Instant attemptedAt) {
        String timestamp = Long.toString(attemptedAt.getEpochSecond());
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((delivery.id() + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(delivery.body().toArray());
        byte[] mac = hmac(secret.standardKey(), signed.toByteArray());
        return Map.of(
                "webhook-id",
                delivery.id(),
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(mac));
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
