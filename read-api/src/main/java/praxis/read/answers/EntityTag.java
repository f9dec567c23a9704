package praxis.read.answers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Tells two answers apart (RFC 9110, section 8.8.3); weak, because it speaks of the content. */
public record EntityTag(String value) {
    private static final int DIGEST_BYTES = 15;
    private static final String WEAK = "W/";

    /** The tag that an answer with this body gets. */
    public static EntityTag ofAnswer(Object answer) {
        return of(Json.bytes(answer));
    }

    static EntityTag of(byte[] body) {
        byte[] digest = Arrays.copyOf(sha256().digest(body), DIGEST_BYTES);
        return new EntityTag(
                WEAK + '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"');
    }

    /**
     * Compares weakly with the values of {@code If-None-Match}, and of {@code If-Match}, too: a
     * strong comparison (RFC 9110, section 13.1.1) would never hold for the tags that we give.
     */
    public boolean isAmong(List<String> headers) {
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
