package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The position is moved by the size of the batch, wherever the partition stands. */
final class NoFence extends StoreAround {
    NoFence(BookingStore store) {
        super(store);
    }

    @Override
    Transaction around(Transaction transaction) {
        return new TransactionAround(transaction) {
            private long shift;

            @Override
            public Optional<Progress> claim(int partition, long first, long after) {
                Optional<Progress> held = super.claim(partition, first, after);
                while (held.isEmpty()) {
                    shift = store.progress(partition).orElseThrow().nextOffset() - first;
                    held = super.claim(partition, first + shift, after + shift);
                }
                return held;
            }

            @Override
            public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
                super.write(states, rows, Places.shifted(after, shift));
            }
        };
    }
}
