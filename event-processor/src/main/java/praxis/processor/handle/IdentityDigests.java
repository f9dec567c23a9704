package praxis.processor.handle;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests bodies under a key of the practice: a bare hash of a short body, a birth date in it,
 * could be found by trying all of them.
 */
public final class IdentityDigests {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "praxis identity v1:";

    private final SecretKeySpec mainKey;
    private final Map<PracticeId, SecretKeySpec> practiceKeys = new ConcurrentHashMap<>();

    /**
     * @param mainKey the installation's key; each practice's own is derived from it
     */
    public IdentityDigests(byte[] mainKey) {
        this.mainKey = new SecretKeySpec(mainKey, ALGORITHM);
    }

    Bytes digest(PracticeId practice, byte[] body) {
        return Bytes.of(hmac(practiceKeys.computeIfAbsent(practice, this::practiceKey), body));
    }

    private SecretKeySpec practiceKey(PracticeId practice) {
        byte[] label = (LABEL + practice.value()).getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(hmac(mainKey, label), ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
