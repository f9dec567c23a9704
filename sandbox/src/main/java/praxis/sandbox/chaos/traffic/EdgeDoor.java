package praxis.sandbox.chaos.traffic;

import praxis.sandbox.chaos.ground.Incarnation;
import praxis.sandbox.chaos.ground.Slot;
import praxis.sandbox.tool.Delivery;
import praxis.sandbox.tool.Signer;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Posts signed webhooks of practice {@code default} to the edges in turn. */
final class EdgeDoor implements Door {
    private static final String PATH = "/api/webhooks/booking";
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** A real tool obeys; here nobody has that much time. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final List<Slot> edges;
    private final Signer signer;
    private final AnswerBook answers;
    private final InstantSource clock;
    private int turn;

    EdgeDoor(List<Slot> edges, Signer signer, AnswerBook answers, InstantSource clock) {
        this.edges = edges;
        this.signer = signer;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Handed hand(Delivery delivery) {
        Incarnation edge = edges.get(turn++ % edges.size()).current();
        Map<String, String> headers = new HashMap<>(signer.headers(delivery, clock.instant()));
        if (delivery.backfill()) {
            headers.put("X-Webhook-Backfill", "true");
        }
        Reply reply = TimedPost.post(edge.address(), PATH, headers, delivery.body().toArray());
        answers.note(reply, edge);
        return switch (reply) {
            case Reply.Answered answered when answered.isAccepted() ->
                    new Handed.Acknowledged(eventId(answered));
            case Reply.Answered answered when answered.asksForRetry() ->
                    new Handed.NotYet(pause(answered));
            case Reply.Answered answered -> new Handed.Rejected();
            case Reply.Refused refused -> new Handed.NotYet(PAUSE);
            case Reply.CutOff cutOff -> new Handed.NotYet(PAUSE);
            case Reply.Silent silent -> new Handed.NotYet(PAUSE);
        };
    }

    @Override
    public void close() {}

    private static Duration pause(Reply.Answered answered) {
        Duration asked = answered.retryAfter().orElse(PAUSE);
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private static UUID eventId(Reply.Answered answered) {
        return StrictJson.parse(answered.body().getBytes(StandardCharsets.UTF_8))
                .map(json -> UUID.fromString(json.path("event_id").asText()))
                .orElseThrow(() -> new IllegalStateException("accepted, but no JSON says so"));
    }
}
