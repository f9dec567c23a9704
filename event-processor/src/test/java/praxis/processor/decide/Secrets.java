package praxis.processor.decide;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.schemas.json.StrictJson;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The personal values in a webhook, which no log row and no announcement may show. */
final class Secrets {
    private static final Set<String> PERSONAL =
            Set.of(
                    "email",
                    "first_name",
                    "vorname",
                    "last_name",
                    "nachname",
                    "phone",
                    "telefon",
                    "date_of_birth",
                    "geburtsdatum",
                    "scheduled_at",
                    "therapist_name",
                    "service_name");
    // What is shorter would be found in any text by chance.
    private static final int SHORTEST = 3;

    private Secrets() {}

    /** The personal values of the webhook that the text shows. */
    static List<String> shownIn(String text, byte[] body) {
        return in(body).filter(text::contains).toList();
    }

    private static Stream<String> in(byte[] body) {
        return StrictJson.parse(body).stream()
                .flatMap(document -> Stream.of(document.path("payload"), document.path("data")))
                .flatMap(JsonNode::propertyStream)
                .filter(field -> PERSONAL.contains(field.getKey()))
                .map(field -> field.getValue().asText())
                .filter(value -> value.length() >= SHORTEST && !"null".equals(value));
    }
}
