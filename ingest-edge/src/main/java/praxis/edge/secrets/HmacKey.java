package praxis.edge.secrets;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA256 (RFC 2104), set up once and used by any thread. */
public final class HmacKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prepared;

    HmacKey(byte[] key) {
        this.prepared = prepare(key);
    }

    /** The HMAC over the parts, one after the other. */
    public byte[] sign(byte[]... parts) {
        Mac mac = copy();
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** Copying a prepared one costs a fraction of looking the algorithm up and setting the key. */
    private Mac copy() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("HmacSHA256 of the platform can be copied", impossible);
        }
    }

    private static Mac prepare(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
