package praxis.processor.model;

import praxis.schemas.command.SentCommand;
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

    /** The same delivery, processed again at a later place on the log. */
    public Received againAt(long later) {
        return new Received(eventId, later, receivedAt, backfill, webhookId, bodyDigest, content);
    }

    /** What the record holds. */
    public sealed interface Content {
        /**
         * The tool reports something.
         *
         * @param body the raw bytes
         */
        record Webhook(EventReader.Reading reading, Bytes body) implements Content {}

        /** Staff order something; the seal has been checked. */
        record Command(SentCommand command) implements Content {}

        /** An order that does not come from the read API, whoever wrote it. */
        record Unsealed() implements Content {}

        /** The record breaks the topic's contract; {@code reason} carries no personal value. */
        record Unusable(String reason) implements Content {}
    }
}
