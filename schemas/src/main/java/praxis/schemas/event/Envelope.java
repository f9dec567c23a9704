package praxis.schemas.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wrapper around a payload: our own ({@code event_type}, {@code payload}) or that of Standard
 * Webhooks ({@code type}, {@code data}, {@code timestamp}).
 */
public record Envelope(String type, ObjectNode root, ObjectNode payload) {
    private static final int MAXIMUM_TYPE_LENGTH = 100;

    /** What a glance at a document gave. */
    public sealed interface Glance {
        record Usable(Envelope envelope) implements Glance {}

        record Unusable(List<FieldProblem> problems) implements Glance {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Looks only for what tells a usable envelope from an unusable one. */
    public static Glance glance(JsonNode document) {
        if (!(document instanceof ObjectNode root)) {
            return new Glance.Unusable(
                    List.of(new FieldProblem("", "the document must be a JSON object")));
        }
        boolean standard = isStandard(root);
        String typeField = standard ? "type" : "event_type";
        String payloadField = standard ? "data" : "payload";
        List<FieldProblem> problems = new ArrayList<>();
        JsonNode type = root.path(typeField);
        if (!type.isTextual() || !isType(type.textValue())) {
            problems.add(
                    new FieldProblem(
                            typeField,
                            "required: a text of 1 to " + MAXIMUM_TYPE_LENGTH + " characters"));
        }
        Optional<ObjectNode> payload = payload(root, type, payloadField);
        if (payload.isEmpty()) {
            problems.add(new FieldProblem(payloadField, "required: a JSON object"));
        }
        return problems.isEmpty()
                ? new Glance.Usable(new Envelope(type.textValue(), root, payload.orElseThrow()))
                : new Glance.Unusable(problems);
    }

    private static boolean isStandard(ObjectNode root) {
        return !root.has("event_type") && root.has("type");
    }

    /** Whether this is Standard Webhooks' envelope, where {@code timestamp} has a meaning. */
    boolean isStandard() {
        return isStandard(root);
    }

    private static boolean isType(String text) {
        return !text.isBlank()
                && Texts.isStorable(text)
                && Texts.length(text) <= MAXIMUM_TYPE_LENGTH;
    }

    /** A ping has nothing to say, so it may come without a payload, or with any. */
    private static Optional<ObjectNode> payload(ObjectNode root, JsonNode type, String field) {
        JsonNode payload = root.path(field);
        if (payload instanceof ObjectNode object) {
            return Optional.of(object);
        }
        boolean ping = BookingEvent.EventType.PING.wireName().equals(type.textValue());
        return ping ? Optional.of(root.objectNode()) : Optional.empty();
    }

    /** Both are from outside and may be personal. */
    @Override
    public String toString() {
        return "Envelope[redacted]";
    }
}
