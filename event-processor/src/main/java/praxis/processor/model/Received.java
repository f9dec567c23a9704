package praxis.processor.model;

import praxis.schemas.event.EventReader;
import praxis.schemas.record.Bytes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One record, read and ready to be decided on: everything that a decision may depend on besides the
 * state.
 *
 * @param eventId id of its log row
 * @param offset its place among the practice's records
 * @param webhookId the signed id; empty under the body signature
 * @param bodyDigest HMAC-SHA256 of the raw body under the practice's key
 */
public record Received(
        UUID eventId,
        long offset,
        Instant receivedAt,
        boolean backfill,
        Optional<String> webhookId,
        Bytes bodyDigest,
        Content content) {

    /** What the record holds. */
    public sealed interface Content {
        record Webhook(EventReader.Reading reading) implements Content {}

        /** The record breaks the topic's contract; {@code reason} carries no personal value. */
        record Unusable(String reason) implements Content {}
    }
}
