package praxis.processor.publish;

import com.fasterxml.jackson.databind.JsonNode;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;

import org.apache.kafka.clients.producer.ProducerRecord;

import praxis.processor.model.Announcement;
import praxis.processor.model.OutboxRow;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/**
 * Writes announcements as CloudEvents 1.0 in structured mode: the whole of it is one JSON document,
 * which says everything by itself, wherever it is copied to.
 */
final class CloudEvents {
    static final URI SOURCE = URI.create("/praxis/event-processor");

    private static final String JSON = "application/json";
    private static final JsonFormat FORMAT = new JsonFormat();

    private CloudEvents() {}

    /** Keyed by practice; without a practice, there is nothing whose order could matter. */
    static ProducerRecord<byte[], byte[]> record(OutboxRow row) {
        Announcement announcement = row.announcement();
        byte[] key =
                row.practice()
                        .map(practice -> practice.value().getBytes(StandardCharsets.UTF_8))
                        .orElse(null);
        return KafkaMessageFactory.<byte[]>createWriter(topic(announcement), null, null, key)
                .writeStructured(event(row), FORMAT);
    }

    private static CloudEvent event(OutboxRow row) {
        Announcement announcement = row.announcement();
        byte[] data = announcement.bodyJson().getBytes(StandardCharsets.UTF_8);
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(announcement.id().toString())
                        .withSource(SOURCE)
                        .withType(announcement.type())
                        .withSubject(subject(announcement, data))
                        .withTime(row.receivedAt().atOffset(ZoneOffset.UTC))
                        .withData(JSON, data);
        row.practice()
                .map(PracticeId::value)
                .ifPresent(practice -> event.withExtension("practice", practice));
        return event.build();
    }

    private static String subject(Announcement announcement, byte[] data) {
        String field =
                switch (announcement.topic()) {
                    case NEEDS_REVIEW -> "review_id";
                    case DEAD_LETTER -> "event_id";
                };
        return StrictJson.parse(data)
                .map(body -> body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseGet(() -> announcement.id().toString());
    }

    private static String topic(Announcement announcement) {
        return switch (announcement.topic()) {
            case NEEDS_REVIEW -> Topics.NEEDS_REVIEW;
            case DEAD_LETTER -> Topics.DEAD_LETTER;
        };
    }
}
