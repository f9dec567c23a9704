package praxis.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as a booking tool would, with nothing of ours. */
final class Signing {
    private Signing() {}

    /** The headers of the body signature. */
    static List<String> body(String secret, byte[] body) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                "X-Webhook-Signature", "sha256=" + HexFormat.of().formatHex(hmac(key, body)));
    }

    /** The headers of Standard Webhooks. */
    static List<String> standard(String secret, String id, Instant at, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signature = hmac(key, head, body);
        return List.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature));
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
