package praxis.sandbox.chaos.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which names a body without telling what is in it. */
public final class Digest {
    private Digest() {}

    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public static String hexOf(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }
}
