package praxis.edge.receive;

import praxis.edge.verify.SignedContent;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP request of the booking tool, complete.
 *
 * @param practice empty where the address names none that could exist
 * @param receivedAt when its last byte was in
 */
record Delivery(Optional<PracticeId> practice, SignedContent content, Instant receivedAt) {
    private static final String BACKFILL = "X-Webhook-Backfill";
    private static final String TRACEPARENT = "traceparent";

    boolean isBackfill() {
        return single(BACKFILL).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> traceparent() {
        return single(TRACEPARENT).filter(Traceparent::isValid);
    }

    private Optional<String> single(String name) {
        List<String> values = content.headers().all(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
