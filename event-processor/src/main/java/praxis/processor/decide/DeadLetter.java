package praxis.processor.decide;

import praxis.processor.model.Announcement;
import praxis.processor.model.Effect;
import praxis.processor.model.Received;
import praxis.schemas.event.FieldProblem;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.StableIds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is told of a record that could not be processed: enough to act, and nothing personal. */
final class DeadLetter {
    private DeadLetter() {}

    /** Why, as a code, and which fields were at fault. */
    record Reason(String code, List<FieldProblem> fields) {
        static final Reason NOT_JSON = new Reason("not_json");
        static final Reason UNKNOWN_TYPE = new Reason("unknown_type");
        static final Reason CONTRADICTION = new Reason("contradiction");
        static final Reason UNUSABLE_RECORD = new Reason("unusable_record");

        private Reason(String code) {
            this(code, List.of());
        }

        static Reason malformed(List<FieldProblem> problems) {
            return new Reason("malformed", problems);
        }
    }

    static Effect of(Received received, Optional<String> eventType, Reason reason) {
        String eventId = received.eventId().toString();
        var body = StrictJson.object();
        body.put("event_id", eventId);
        body.put("event_type", eventType.orElse(null));
        body.put("received_at", received.receivedAt().toString());
        body.put("reason", reason.code());
        var fields = body.putArray("fields");
        reason.fields().stream()
                .filter(problem -> !problem.field().isEmpty())
                .distinct()
                .forEach(
                        problem ->
                                fields.addObject()
                                        .put("name", problem.field())
                                        .put("problem", problem(problem)));
        return new Effect.Announce(
                new Announcement(
                        StableIds.of("announcement", eventId, "dead-letter"),
                        Announcement.Topic.DEAD_LETTER,
                        "event.failed",
                        StrictJson.write(body)));
    }

    /** The rule itself is for people, in the log; it may be worded anew. */
    private static String problem(FieldProblem problem) {
        return problem.reason().toLowerCase(Locale.ROOT).startsWith("required")
                ? "missing"
                : "invalid";
    }
}
