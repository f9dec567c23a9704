package praxis.edge.verify;

import praxis.edge.secrets.Secret;
import praxis.schemas.record.SignatureScheme;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The booking tool's own scheme: an HMAC-SHA256 over the body, in hex, and nothing else. */
final class BodySignature {
    static final String SIGNATURE = "X-Webhook-Signature";

    private static final String PREFIX = "sha256=";
    private static final int DIGITS = 64;

    Verdict verify(SignedContent content, List<Secret> living) {
        List<String> values = content.all(SIGNATURE);
        if (values.size() != 1) {
            return new Verdict.Refused(RefusalReason.REPEATED_HEADER);
        }
        Optional<byte[]> claimed = claimed(values.getFirst());
        if (claimed.isEmpty()) {
            return new Verdict.Refused(RefusalReason.UNKNOWN_SCHEME);
        }
        for (Secret secret : living) {
            byte[] expected = secret.bodyKey().sign(content.body().toArray());
            if (MessageDigest.isEqual(expected, claimed.get())) {
                return new Verdict.Verified(
                        SignatureScheme.BODY, secret.fingerprint(), Optional.empty());
            }
        }
        return new Verdict.Refused(RefusalReason.WRONG_SIGNATURE);
    }

    private static Optional<byte[]> claimed(String value) {
        String hex = value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
        if (hex.length() != DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }
}
