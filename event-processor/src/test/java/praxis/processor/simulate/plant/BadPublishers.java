package praxis.processor.simulate.plant;

import praxis.processor.apply.Outbox;
import praxis.processor.model.OutboxRow;
import praxis.processor.publish.Courier;
import praxis.processor.publish.OutboxPublisher;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Ways to publish that lose something or mix it up. */
final class BadPublishers {
    private BadPublishers() {}

    /** What waits is noted as published, and then sent. */
    static IntConsumer noteFirst(Outbox outbox, Courier courier) {
        return partition -> {
            List<OutboxRow> rows = outbox.waiting(partition, OutboxPublisher.MOST_ROWS);
            if (!rows.isEmpty()) {
                outbox.published(rows.getLast().place());
                courier.deliver(rows);
            }
        };
    }

    /** All that was handed to the producer is noted, whatever the broker answers. */
    static IntConsumer noteWhatWasHandedOver(Outbox outbox, Courier courier) {
        return partition -> {
            List<OutboxRow> rows = outbox.waiting(partition, OutboxPublisher.MOST_ROWS);
            if (!rows.isEmpty()) {
                courier.deliver(rows);
                outbox.published(rows.getLast().place());
            }
        };
    }

    /** Behind a failure the rest goes out all the same; only what came before it is noted. */
    static Courier goingOn(Courier courier) {
        return rows -> {
            for (int sent = 0; sent < rows.size(); sent++) {
                if (courier.deliver(rows.subList(sent, sent + 1)).failure().isPresent()) {
                    courier.deliver(rows.subList(sent + 1, rows.size()));
                    return new Courier.Delivery(
                            sent, Optional.of(new IllegalStateException("not acknowledged")));
                }
            }
            return new Courier.Delivery(rows.size(), Optional.empty());
        };
    }
}
