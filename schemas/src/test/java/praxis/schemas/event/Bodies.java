package praxis.schemas.event;

import praxis.schemas.event.EventReader.Reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Webhook bodies, written with single quotes for double ones. */
final class Bodies {
    private Bodies() {}

    static byte[] body(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** A payload in our own envelope. */
    static byte[] body(String type, String payload) {
        return body("{'event_type':'" + type + "','payload':" + payload + "}");
    }

    static BookingEvent understood(String text) {
        return understood(EventReader.read(body(text)));
    }

    static BookingEvent understood(String type, String payload) {
        return understood(EventReader.read(body(type, payload)));
    }

    private static BookingEvent understood(Reading reading) {
        if (reading instanceof Reading.Understood(BookingEvent event)) {
            return event;
        }
        throw new AssertionError("not understood: " + reading);
    }

    /** The names of the fields that a malformed body fails at; empty where it is understood. */
    static List<String> failingFields(String text) {
        return failingFields(EventReader.read(body(text)));
    }

    static List<String> failingFields(String type, String payload) {
        return failingFields(EventReader.read(body(type, payload)));
    }

    private static List<String> failingFields(Reading reading) {
        return switch (reading) {
            case Reading.Malformed(_, List<FieldProblem> problems) ->
                    problems.stream().map(FieldProblem::field).toList();
            case Reading.Understood _ -> List.of();
            case Reading.NotJson _ -> throw new AssertionError("not JSON");
            case Reading.UnknownType _ -> throw new AssertionError("an unknown type");
        };
    }
}
