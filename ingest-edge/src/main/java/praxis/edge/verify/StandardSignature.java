package praxis.edge.verify;

import praxis.edge.secrets.Secret;
import praxis.edge.secrets.StandardKey;
import praxis.schemas.record.SignatureScheme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Standard Webhooks: id, timestamp and body are signed, so a copy is worth nothing after five
 * minutes. Stricter than the official library's own check, which takes the first of repeated
 * headers and reads the machine's clock.
 */
final class StandardSignature {
    static final String SIGNATURE = "webhook-signature";

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern VISIBLE_ID = Pattern.compile("[!-~]{1,200}");
    private static final Pattern UNIX_SECONDS = Pattern.compile("[1-9][0-9]{0,11}");
    private static final String VERSION = "v1,";

    Verdict verify(SignedContent content, List<Secret> living, Instant now) {
        List<String> ids = content.all(ID);
        List<String> timestamps = content.all(TIMESTAMP);
        List<String> signatures = content.all(SIGNATURE);
        if (ids.size() > 1 || timestamps.size() > 1 || signatures.size() != 1) {
            return new Verdict.Refused(RefusalReason.REPEATED_HEADER);
        }
        if (ids.isEmpty() || !VISIBLE_ID.matcher(ids.getFirst()).matches()) {
            return new Verdict.Refused(RefusalReason.UNUSABLE_ID);
        }
        if (timestamps.isEmpty() || !UNIX_SECONDS.matcher(timestamps.getFirst()).matches()) {
            return new Verdict.Refused(RefusalReason.UNUSABLE_TIMESTAMP);
        }
        Attempt attempt = new Attempt(ids.getFirst(), Long.parseLong(timestamps.getFirst()));
        return attempt.timeProblem(now)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(
                        () ->
                                compare(
                                        attempt,
                                        signatures.getFirst(),
                                        content.body().toArray(),
                                        living));
    }

    private static Verdict compare(
            Attempt attempt, String header, byte[] body, List<Secret> living) {
        List<byte[]> claimed = claimed(header);
        if (claimed.isEmpty()) {
            return new Verdict.Refused(RefusalReason.UNKNOWN_SCHEME);
        }
        RefusalReason reason = RefusalReason.NO_SECRET;
        for (Secret secret : living) {
            Optional<StandardKey> key = secret.standardKey();
            if (key.isPresent()) {
                if (matches(claimed, key.get().sign(attempt.id(), attempt.timestamp(), body))) {
                    return new Verdict.Verified(
                            SignatureScheme.STANDARD_WEBHOOKS,
                            secret.fingerprint(),
                            Optional.of(attempt.id()));
                }
                reason = RefusalReason.WRONG_SIGNATURE;
            }
        }
        return new Verdict.Refused(reason);
    }

    private static boolean matches(List<byte[]> claimed, String expected) {
        byte[] expectedBytes = expected.getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (byte[] each : claimed) {
            found |= MessageDigest.isEqual(expectedBytes, each);
        }
        return found;
    }

    /** A sender that rotates its secret sends several; versions that we do not know are skipped. */
    private static List<byte[]> claimed(String header) {
        return List.of(header.split(" ")).stream()
                .filter(each -> each.startsWith(VERSION))
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private record Attempt(String id, long timestamp) {
        Optional<RefusalReason> timeProblem(Instant now) {
            long age = now.getEpochSecond() - timestamp;
            if (age > TOLERANCE.toSeconds()) {
                return Optional.of(RefusalReason.TOO_OLD);
            }
            return age < -TOLERANCE.toSeconds()
                    ? Optional.of(RefusalReason.TOO_NEW)
                    : Optional.empty();
        }
    }
}
