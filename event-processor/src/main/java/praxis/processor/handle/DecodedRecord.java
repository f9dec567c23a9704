package praxis.processor.handle;

import praxis.processor.model.Received;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.Optional;

/**
 * A record as it is decided on, and beside it what only the log wants to know.
 *
 * @param practice empty where the record names no usable practice
 * @param notJsonb why JSONB cannot hold the body; empty where it can
 */
public record DecodedRecord(
        int partition,
        long offset,
        Optional<PracticeId> practice,
        String kind,
        String scheme,
        String secretFingerprint,
        Bytes salt,
        Bytes body,
        Optional<String> notJsonb,
        Optional<Integer> leaderEpoch,
        Received received) {
    /** The same record as one that cannot be stored as what it says. */
    public DecodedRecord refused(String sqlState) {
        return unusable("The data cannot be stored (" + sqlState + ").");
    }

    /** The same record with nothing to be made of it, for this reason. */
    public DecodedRecord unusable(String reason) {
        return new DecodedRecord(
                partition,
                offset,
                practice,
                kind,
                scheme,
                secretFingerprint,
                salt,
                body,
                notJsonb,
                leaderEpoch,
                new Received(
                        received.eventId(),
                        offset,
                        received.receivedAt(),
                        received.backfill(),
                        received.webhookId(),
                        received.bodyDigest(),
                        new Received.Content.Unusable(reason)));
    }

    public Instant receivedAt() {
        return received.receivedAt();
    }
}
