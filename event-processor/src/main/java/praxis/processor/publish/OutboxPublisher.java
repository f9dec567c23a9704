package praxis.processor.publish;

import praxis.processor.apply.Outbox;
import praxis.processor.model.OutboxRow;
import praxis.processor.publish.Courier.Delivery;

import java.util.List;
import java.util.Optional;

/**
 * Publishes what waits of a partition: read, send, and note what was acknowledged; in this order.
 *
 * <p>Two at once, or one that died or slept in between, cost repetitions and nothing else: whoever
 * sends began at a place up to which all is acknowledged, and goes on in order, so that whenever an
 * announcement arrives, all before it are there.
 */
public final class OutboxPublisher {
    /** Bounds what is in memory, and what a death before the note repeats. */
    public static final int MOST_ROWS = 500;

    private final Outbox outbox;
    private final Courier courier;

    public OutboxPublisher(Outbox outbox, Courier courier) {
        this.outbox = outbox;
        this.courier = courier;
    }

    /**
     * What came of a try.
     *
     * @param published the rows that are acknowledged and noted
     * @param mayBeMore true where as many waited as are taken at once
     * @param failure of the row behind these
     */
    public record Outcome(
            List<OutboxRow> published, boolean mayBeMore, Optional<Throwable> failure) {}

    public Outcome publish(int partition) {
        List<OutboxRow> rows = outbox.waiting(partition, MOST_ROWS);
        if (rows.isEmpty()) {
            return new Outcome(rows, false, Optional.empty());
        }
        Delivery delivery = courier.deliver(rows);
        List<OutboxRow> published = rows.subList(0, delivery.acknowledged());
        if (!published.isEmpty()) {
            outbox.published(published.getLast().place());
        }
        return new Outcome(published, rows.size() == MOST_ROWS, delivery.failure());
    }
}
