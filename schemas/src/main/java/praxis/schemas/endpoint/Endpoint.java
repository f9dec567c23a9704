package praxis.schemas.endpoint;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What edges must know of one practice, whole: the value of its record on {@link
 * praxis.schemas.record.Topics#ENDPOINTS}.
 *
 * @param revision offset of the record on the inbound topic that made it what it is; of two
 *     versions, the one with the smaller number is old news
 * @param secrets the newest first; at most {@value #MOST_SECRETS}
 * @param bodySignature false where the practice has switched the replayable scheme off
 */
public record Endpoint(
        PracticeId practice,
        long revision,
        List<SealedSecret> secrets,
        boolean bodySignature,
        Limit limit) {
    public static final int MOST_SECRETS = 5;

    public Endpoint {
        secrets = List.copyOf(secrets);
        if (secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("a ring holds at most five secrets");
        }
    }

    /** Of a practice that nobody has set up: no secret, and so nothing verifies. */
    public static Endpoint none(PracticeId practice) {
        return new Endpoint(practice, -1, List.of(), true, Limit.DEFAULT);
    }

    /**
     * A webhook secret as it is kept: nobody without the main key can read it.
     *
     * @param ciphertext as {@link SecretEnvelope} makes it
     * @param expiresAt the first instant at which it verifies nothing any more; the newest has none
     */
    public record SealedSecret(
            String fingerprint, Bytes ciphertext, Instant madeAt, Optional<Instant> expiresAt) {
        public boolean isLiving(Instant now) {
            return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
        }

        /** What lives longer lives until then; what dies earlier anyway is left alone. */
        public SealedSecret until(Instant end) {
            return expiresAt.isPresent() && !end.isBefore(expiresAt.get())
                    ? this
                    : new SealedSecret(fingerprint, ciphertext, madeAt, Optional.of(end));
        }
    }

    /**
     * How much a practice may send.
     *
     * @param perMinute accepted in any 60 seconds, over all edges
     * @param senderRetries5xxOnly whether what is too much is answered with 503 instead of 429;
     *     where nobody chose, it is so for senders with the body signature
     */
    public record Limit(int perMinute, Optional<Boolean> senderRetries5xxOnly) {
        public static final Limit DEFAULT = new Limit(100, Optional.empty());
        public static final int MOST_PER_MINUTE = 1_000_000;
    }
}
