package praxis.read.calendar;

import praxis.read.access.Caller;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the tokens that open feeds. One is made of the request's key under a key of ours: nobody
 * else can make it, and a request that is repeated gets the same.
 */
public final class FeedTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "praxis calendar feed token";
    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_-]{43})\\.ics");

    private final SecretKeySpec key;

    public FeedTokens(Bytes mainKey) {
        this.key =
                new SecretKeySpec(
                        hmac(
                                new SecretKeySpec(mainKey.toArray(), ALGORITHM),
                                PURPOSE.getBytes(StandardCharsets.UTF_8)),
                        ALGORITHM);
    }

    String token(Caller caller, UUID patient, String requestKey) {
        String said =
                String.join(
                        "\u001f",
                        caller.practice().value(),
                        patient.toString(),
                        caller.subject().value(),
                        requestKey);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(key, said.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of the token in a file's name; empty where it cannot be one of ours. */
    static Optional<String> hashOfFile(String name) {
        var file = FILE.matcher(name);
        return file.matches() ? Optional.of(hash(file.group(1))) : Optional.empty();
    }

    /** Needs no salt: 256 random bits are not guessed. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
