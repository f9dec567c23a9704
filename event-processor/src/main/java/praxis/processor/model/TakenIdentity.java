package praxis.processor.model;

import praxis.schemas.record.Bytes;

import java.time.Instant;
import java.util.UUID;

/**
 * An event identity that is used up, and the delivery that used it.
 *
 * @param key {@code id:…} for an id that the sender gave, {@code body:…} for a digest of the body
 * @param bodyDigest HMAC-SHA256 of the raw body under the practice's key
 * @param answered whether a person said that deliveries of the same body bring nothing new
 */
public record TakenIdentity(
        String key,
        Bytes bodyDigest,
        UUID eventId,
        long offset,
        Instant receivedAt,
        boolean answered) {
    public TakenIdentity asAnswered() {
        return new TakenIdentity(key, bodyDigest, eventId, offset, receivedAt, true);
    }
}
