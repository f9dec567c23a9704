package praxis.processor.simulate.world;

import praxis.processor.apply.Outbox;
import praxis.processor.model.OutboxRow;

import java.time.Duration;
import java.util.List;

/** The outbox, seen over a connection to which things can happen. */
final class FakeOutbox implements Outbox {
    private final Outbox outbox;
    private final Moment.Watcher watcher;

    FakeOutbox(Outbox outbox, Moment.Watcher watcher) {
        this.outbox = outbox;
        this.watcher = watcher;
    }

    @Override
    public List<OutboxRow> waiting(int partition, int most) {
        List<OutboxRow> rows = outbox.waiting(partition, most);
        if (!rows.isEmpty()) {
            watcher.at(Moment.AFTER_OUTBOX_READ);
        }
        return rows;
    }

    @Override
    public void published(OutboxRow.Place last) {
        watcher.at(Moment.BEFORE_OUTBOX_NOTE);
        outbox.published(last);
        watcher.at(Moment.AFTER_OUTBOX_NOTE);
    }

    @Override
    public Backlog backlog(int partition) {
        return outbox.backlog(partition);
    }

    @Override
    public long trim(int partition, Duration olderThan, int most) {
        return outbox.trim(partition, olderThan, most);
    }
}
