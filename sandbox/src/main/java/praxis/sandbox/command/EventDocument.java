package praxis.sandbox.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine;

import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The JSON document of an event whose fields stood on the command line. */
final class EventDocument {
    /** What the contract wants as numbers; everything else is text, however it looks. */
    private static final Set<String> NUMBERS = Set.of("duration_minutes", "version", "sequence");

    private static final Set<String> OBJECTS = Set.of("referrer");

    private final ObjectNode document;

    private EventDocument(ObjectNode document) {
        this.document = document;
    }

    /**
     * @param words {@code --name value} or {@code --name=value}
     */
    static EventDocument of(String type, List<String> words, CommandLine command) {
        ObjectNode payload = StrictJson.object();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--") || word.length() == 2) {
                throw Usage.error(command, "'" + word + "' is not a field: write --name value.");
            }
            String[] parts = word.substring(2).split("=", 2);
            if (parts.length == 1 && !rest.hasNext()) {
                throw Usage.error(command, "The field " + word + " has no value.");
            }
            String name = parts[0].replace('-', '_');
            payload.set(name, value(name, parts.length == 1 ? rest.next() : parts[1]));
        }
        ObjectNode document = StrictJson.object().put("event_type", type);
        document.set("payload", payload);
        return new EventDocument(document);
    }

    EventDocument withEventId(String id) {
        return new EventDocument(document.deepCopy().put("event_id", id));
    }

    Bytes bytes() {
        return Bytes.of(StrictJson.write(document).getBytes(StandardCharsets.UTF_8));
    }

    /** What does not fit its field is sent as text, so that the edge's refusal can be seen. */
    private static JsonNode value(String name, String text) {
        if (text.equals("null")) {
            return StrictJson.object().nullNode();
        }
        JsonNode asText = StrictJson.object().textNode(text);
        JsonNode parsed = StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)).orElse(asText);
        boolean fits =
                (NUMBERS.contains(name) && parsed.isNumber())
                        || (OBJECTS.contains(name) && parsed.isObject());
        return fits ? parsed : asText;
    }

    /** It holds what somebody typed, which may be personal. */
    @Override
    public String toString() {
        return "EventDocument[redacted]";
    }
}
