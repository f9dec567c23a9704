package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.Progress;
import praxis.processor.model.StoredEvent;
import praxis.schemas.record.PracticeId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A store around another one, that does the same; a bug does one thing differently. */
class StoreAround implements BookingStore {
    final BookingStore store;

    StoreAround(BookingStore store) {
        this.store = store;
    }

    /** The transaction as the handler sees it. */
    Transaction around(Transaction transaction) {
        return transaction;
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return store.inTransaction(transaction -> work.apply(around(transaction)));
    }

    @Override
    public Optional<Progress> progress(int partition) {
        return store.progress(partition);
    }

    @Override
    public void begin(int partition) {
        store.begin(partition);
    }

    /** A transaction around another one, that does the same. */
    static class TransactionAround implements Transaction {
        final Transaction transaction;

        TransactionAround(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            return transaction.claim(partition, first, after);
        }

        @Override
        public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
            return transaction.recall(events);
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            return transaction.load(needs);
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
            transaction.write(states, rows, after);
        }
    }
}
