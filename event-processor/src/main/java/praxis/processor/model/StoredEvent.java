package praxis.processor.model;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the log kept of an event that failed: as much as it takes to process it again.
 *
 * @param body the raw bytes; empty where they were erased
 */
public record StoredEvent(
        PracticeId practice,
        UUID id,
        long offset,
        Instant receivedAt,
        boolean backfill,
        Optional<String> webhookId,
        Optional<Bytes> body) {
    /** Never the body. */
    @Override
    public String toString() {
        return "StoredEvent[" + id + "]";
    }
}
