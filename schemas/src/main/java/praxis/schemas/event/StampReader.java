package praxis.schemas.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import praxis.schemas.event.BookingEvent.SentTime;
import praxis.schemas.event.Stamp.Kind;
import praxis.schemas.event.Stamp.Version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an event says of its identity and its place in time, from envelope or payload; {@code
 * null} says nothing.
 */
final class StampReader {
    private StampReader() {}

    static Optional<String> eventId(Envelope envelope, List<FieldProblem> problems) {
        JsonNode node = outerOrInner(envelope, "event_id");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Optional<String> id = PayloadReader.idText(node);
        if (id.isEmpty()) {
            problems.add(new FieldProblem("event_id", PayloadReader.ID_RULE));
        }
        return id;
    }

    static Stamp stamp(Envelope envelope, List<FieldProblem> problems) {
        Optional<Instant> occurredAt =
                time(outerOrInner(envelope, "occurred_at"), "occurred_at", problems)
                        .or(() -> time(standardTimestamp(envelope), "timestamp", problems));
        Optional<Version> version =
                number(envelope, Kind.VERSION, problems)
                        .or(() -> number(envelope, Kind.SEQUENCE, problems))
                        .or(() -> updatedAt(envelope, problems));
        return new Stamp(version, occurredAt);
    }

    private static JsonNode outerOrInner(Envelope envelope, String name) {
        JsonNode outer = unlessNull(envelope.root().path(name));
        return outer.isMissingNode() ? unlessNull(envelope.payload().path(name)) : outer;
    }

    /** In our own envelope the name means nothing to us. */
    private static JsonNode standardTimestamp(Envelope envelope) {
        return envelope.isStandard()
                ? unlessNull(envelope.root().path("timestamp"))
                : MissingNode.getInstance();
    }

    private static Optional<Version> number(
            Envelope envelope, Kind kind, List<FieldProblem> problems) {
        JsonNode node = unlessNull(envelope.payload().path(kind.wireName()));
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (node.canConvertToExactIntegral() && node.canConvertToLong()) {
            return Optional.of(new Version(kind, node.longValue()));
        }
        problems.add(new FieldProblem(kind.wireName(), "must be a whole number of 64 bits"));
        return Optional.empty();
    }

    private static Optional<Version> updatedAt(Envelope envelope, List<FieldProblem> problems) {
        JsonNode node = unlessNull(envelope.payload().path(Kind.UPDATED_AT.wireName()));
        return time(node, Kind.UPDATED_AT.wireName(), problems)
                .map(StampReader::microseconds)
                .map(number -> new Version(Kind.UPDATED_AT, number));
    }

    private static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Optional<Instant> time(JsonNode node, String name, List<FieldProblem> problems) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Optional<Instant> time =
                node.isTextual()
                        ? Times.withOffset(node.textValue()).map(SentTime::instant)
                        : Optional.empty();
        if (time.isEmpty()) {
            problems.add(new FieldProblem(name, Times.RULE));
        }
        return time;
    }

    private static JsonNode unlessNull(JsonNode node) {
        return node.isNull() ? MissingNode.getInstance() : node;
    }
}
