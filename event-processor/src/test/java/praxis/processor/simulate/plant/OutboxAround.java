package praxis.processor.simulate.plant;

import praxis.processor.apply.Outbox;
import praxis.processor.model.OutboxRow;

import java.time.Duration;
import java.util.List;

/** An outbox around another one, that does the same; a bug does one thing differently. */
class OutboxAround implements Outbox {
    final Outbox outbox;

    OutboxAround(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<OutboxRow> waiting(int partition, int most) {
        return outbox.waiting(partition, most);
    }

    @Override
    public void published(OutboxRow.Place last) {
        outbox.published(last);
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
