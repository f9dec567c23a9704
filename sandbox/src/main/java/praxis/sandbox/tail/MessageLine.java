package praxis.sandbox.tail;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.schemas.json.StrictJson;

import java.util.List;
import java.util.stream.Collectors;

/** A message of one of the outgoing topics as a line to read. */
final class MessageLine {
    private MessageLine() {}

    /** Of what is not one of ours nothing is shown: it may hold what moves a terminal's cursor. */
    static String of(byte[] value) {
        return StrictJson.parse(value)
                .filter(message -> message.path("data").isObject())
                .map(MessageLine::of)
                .orElse("(" + value.length + " bytes that are no message of ours)");
    }

    private static String of(JsonNode message) {
        JsonNode data = message.path("data");
        String what =
                message.path("type").asText().startsWith("review.") ? review(data) : failure(data);
        return "%s  %s  %s"
                .formatted(
                        message.path("time").asText(),
                        message.path("practice").asText("(no practice)"),
                        what);
    }

    private static String review(JsonNode data) {
        return "%-6s  %-19s  review %s, due %s, by event %s"
                .formatted(
                        data.path("change").asText(),
                        data.path("kind").asText(),
                        data.path("review_id").asText(),
                        data.path("due_at").asText(),
                        data.path("event_id").asText());
    }

    private static String failure(JsonNode data) {
        List<String> fields =
                data.path("fields")
                        .valueStream()
                        .map(
                                each ->
                                        each.path("name").asText()
                                                + " "
                                                + each.path("problem").asText())
                        .toList();
        return "failed  %s  %s, event %s%s"
                .formatted(
                        data.path("reason").asText(),
                        data.path("event_type").asText("(no type)"),
                        data.path("event_id").asText(),
                        fields.stream()
                                .collect(
                                        Collectors.joining(
                                                ", ", fields.isEmpty() ? "" : ": ", "")));
    }
}
