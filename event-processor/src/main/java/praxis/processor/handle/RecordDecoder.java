package praxis.processor.handle;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.processor.decide.Decider;
import praxis.processor.model.Decision;
import praxis.processor.model.LogRow;
import praxis.processor.model.Received;
import praxis.processor.model.Received.Content;
import praxis.processor.model.StoredEvent;
import praxis.schemas.command.CommandJson;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.event.EventReader;
import praxis.schemas.json.JsonbFitness;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.StableIds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Reads what stands on the topic; whatever is wrong with it becomes part of what was received. */
public final class RecordDecoder {
    private final IdentityDigests digests;
    private final Optional<CommandSeal> seal;

    /** Obeys no command. */
    public RecordDecoder(IdentityDigests digests) {
        this(digests, Optional.empty());
    }

    /**
     * With a seal, what bears it is obeyed.
     *
     * @param seal of the read API
     */
    public RecordDecoder(IdentityDigests digests, Optional<CommandSeal> seal) {
        this.digests = digests;
        this.seal = seal;
    }

    /** Reads a record of the topic. */
    public DecodedRecord decode(Position.TopicId topic, ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        UUID eventId = StableIds.ofEvent(new Position(topic, record.partition(), record.offset()));
        return switch (InboundRecord.read(value, record.headers())) {
            case InboundRecord.Reading.Invalid(String reason) ->
                    unusable(record, value, eventId, reason);
            case InboundRecord.Reading.Valid(InboundRecord inbound) ->
                    decode(record, eventId, inbound);
        };
    }

    /** Reads a record again from what the log kept of it, where the topic no longer has it. */
    public DecodedRecord decodeStored(LogRow row) {
        byte[] body = row.body().toArray();
        Optional<JsonNode> document = StrictJson.parse(body);
        PracticeId practice = row.practice().orElse(PracticeId.DEFAULT);
        Received received =
                new Received(
                        row.id(),
                        row.offset(),
                        row.receivedAt(),
                        row.backfill(),
                        row.webhookId(),
                        digests.digest(practice, body),
                        contentOf(row, document));
        return new DecodedRecord(
                row.partition(),
                row.offset(),
                row.practice(),
                row.kind(),
                row.scheme(),
                row.secretFingerprint(),
                row.salt(),
                row.body(),
                JsonbFitness.obstacle(document),
                Optional.empty(),
                received);
    }

    /** Reads an event again that failed; empty where nothing is left of it. */
    Optional<Received> decodeDelivery(StoredEvent stored) {
        return stored.body()
                .map(
                        body ->
                                new Received(
                                        stored.id(),
                                        stored.offset(),
                                        stored.receivedAt(),
                                        stored.backfill(),
                                        stored.webhookId(),
                                        digests.digest(stored.practice(), body.toArray()),
                                        new Content.Webhook(
                                                EventReader.read(StrictJson.parse(body.toArray())),
                                                body)));
    }

    private DecodedRecord decode(
            ConsumerRecord<byte[], byte[]> record, UUID eventId, InboundRecord inbound) {
        byte[] body = inbound.body().toArray();
        Optional<JsonNode> document = StrictJson.parse(body);
        Received received =
                new Received(
                        eventId,
                        record.offset(),
                        inbound.receivedAt().truncatedTo(ChronoUnit.MICROS),
                        inbound.backfill(),
                        inbound.webhookId(),
                        digests.digest(inbound.practice(), body),
                        content(record, inbound, document));
        return new DecodedRecord(
                record.partition(),
                record.offset(),
                Optional.of(inbound.practice()),
                inbound.kind().wireName(),
                inbound.scheme(),
                inbound.secretFingerprint(),
                inbound.salt(),
                inbound.body(),
                JsonbFitness.obstacle(document),
                record.leaderEpoch(),
                received);
    }

    private Content content(
            ConsumerRecord<byte[], byte[]> record,
            InboundRecord inbound,
            Optional<JsonNode> document) {
        byte[] body = inbound.body().toArray();
        if (!inbound.sha256().equals(Bytes.of(RecordDigest.sha256().digest(body)))) {
            return new Content.Unusable("The body is not the one that was accepted.");
        }
        return switch (inbound.kind()) {
            case WEBHOOK -> new Content.Webhook(EventReader.read(document), inbound.body());
            case COMMAND ->
                    seal.filter(known -> known.holds(inbound, record.headers()))
                            .map(_ -> command(inbound.webhookId(), document))
                            .orElseGet(Content.Unsealed::new);
        };
    }

    /** Whether the seal held was judged when it came: the key may be another by now. */
    private static Content contentOf(LogRow row, Optional<JsonNode> document) {
        if (!row.kind().equals(InboundRecord.Kind.COMMAND.wireName())) {
            return new Content.Webhook(EventReader.read(document), row.body());
        }
        return switch (LogRows.what(row)) {
            case Decision.UNSEALED -> new Content.Unsealed();
            case Decider.UNUSABLE -> new Content.Unusable(row.entry().error().orElse(""));
            default -> command(row.webhookId(), document);
        };
    }

    private static Content command(Optional<String> id, Optional<JsonNode> document) {
        return switch (CommandJson.read(document)) {
            case CommandJson.Reading.Unusable(String reason) -> new Content.Unusable(reason);
            case CommandJson.Reading.Understood(SentCommand sent) ->
                    id.filter(sent.id().toString()::equals).isPresent()
                            ? new Content.Command(sent)
                            : new Content.Unusable("The command has another id than its record.");
        };
    }

    /** Without a practice nobody sees the row, but the log has it. */
    private DecodedRecord unusable(
            ConsumerRecord<byte[], byte[]> record, byte[] value, UUID eventId, String reason) {
        Received received =
                new Received(
                        eventId,
                        record.offset(),
                        Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                        false,
                        Optional.empty(),
                        digests.digest(PracticeId.DEFAULT, value),
                        new Content.Unusable(reason));
        return new DecodedRecord(
                record.partition(),
                record.offset(),
                Optional.empty(),
                "unknown",
                "",
                "",
                Bytes.of(RecordDigest.salt(record)),
                Bytes.of(value),
                JsonbFitness.obstacle(StrictJson.parse(value)),
                record.leaderEpoch(),
                received);
    }
}
