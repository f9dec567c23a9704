package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The tree takes the rows of a batch as one: each leaf is the batch's last. */
final class TreePerBatch extends StoreAround {
    TreePerBatch(BookingStore store) {
        super(store);
    }

    @Override
    Transaction around(Transaction transaction) {
        return new TransactionAround(transaction) {
            private TreeEdge before = TreeEdge.EMPTY;

            @Override
            public Optional<Progress> claim(int partition, long first, long after) {
                Optional<Progress> held = super.claim(partition, first, after);
                held.ifPresent(progress -> before = progress.edge());
                return held;
            }

            @Override
            public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
                List<Bytes> leaves = Collections.nCopies(rows.size(), rows.getLast().leaf());
                super.write(states, rows, Places.with(after, before.plus(leaves)));
            }
        };
    }
}
