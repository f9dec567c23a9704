package praxis.edge.secrets;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs as Standard Webhooks do. The official library signs texts; bodies that are no text, which
 * it cannot be given without changing them, are signed here by the same rule.
 */
public final class StandardKey {
    private static final String VERSION = "v1,";

    private final Webhook library;
    private final HmacKey key;

    StandardKey(Webhook library, HmacKey key) {
        this.library = library;
        this.key = key;
    }

    /** The signature that belongs into the header, version included. */
    public String sign(String webhookId, long timestamp, byte[] body) {
        return text(body)
                .map(text -> signText(webhookId, timestamp, text))
                .orElseGet(() -> signBytes(webhookId, timestamp, body));
    }

    private String signText(String webhookId, long timestamp, String body) {
        try {
            return library.sign(webhookId, timestamp, body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private String signBytes(String webhookId, long timestamp, byte[] body) {
        byte[] head = (webhookId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return VERSION + Base64.getEncoder().encodeToString(key.sign(head, body));
    }

    /** Only what comes back as the same bytes: a lenient decoder would let other bodies match. */
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
