package praxis.read.answers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Tells two answers apart (RFC 9110, section 8.8.3); weak, because it speaks of the content. */
record EntityTag(String value) {
    private static final int DIGEST_BYTES = 15;
    private static final String WEAK = "W/";

    static EntityTag of(byte[] body) {
        byte[] digest = Arrays.copyOf(sha256().digest(body), DIGEST_BYTES);
        return new EntityTag(
                WEAK + '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"');
    }

    /** Compares weakly with the values of {@code If-None-Match}. */
    boolean isAmong(List<String> headers) {
        String own = value.substring(WEAK.length());
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(own) || tag.equals(WEAK + own));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
