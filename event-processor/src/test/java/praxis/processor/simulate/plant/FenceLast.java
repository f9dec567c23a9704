package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.StateCopies;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.Progress;
import praxis.processor.model.StoredEvent;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The position is only looked at first, and moved last: two can load the same state. */
final class FenceLast extends StoreAround {
    private final FakeDatabase database;

    FenceLast(BookingStore store, FakeDatabase database) {
        super(store);
        this.database = database;
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return work.apply(new Unlocked());
    }

    private final class Unlocked implements Transaction {
        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            return store.progress(partition).filter(stands -> stands.nextOffset() == first);
        }

        @Override
        public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
            return database.recall(events);
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            Map<PracticeId, BookingState> states = new HashMap<>();
            needs.keySet()
                    .forEach(
                            practice ->
                                    states.put(
                                            practice,
                                            StateCopies.of(database.snapshot(), practice)));
            return states;
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
            try {
                store.inTransaction(transaction -> move(transaction, states, rows, after));
            } finally {
                database.forget(after.partition(), states);
            }
        }

        private Progress move(
                Transaction transaction,
                Collection<BookingState> states,
                List<LogRow> rows,
                Progress after) {
            Optional<Progress> held = Optional.empty();
            while (held.isEmpty()) {
                long stands = store.progress(after.partition()).orElseThrow().nextOffset();
                held = transaction.claim(after.partition(), stands, stands + rows.size());
            }
            Map<PracticeId, Needs> needs = new HashMap<>();
            states.forEach(state -> needs.put(state.practice(), Needs.of(List.of())));
            transaction.load(needs);
            long shift = held.get().nextOffset() + rows.size() - after.nextOffset();
            List<Bytes> leaves = rows.stream().map(LogRow::leaf).toList();
            Progress moved =
                    Places.with(Places.shifted(after, shift), held.get().edge().plus(leaves));
            transaction.write(states, rows, moved);
            return moved;
        }
    }
}
