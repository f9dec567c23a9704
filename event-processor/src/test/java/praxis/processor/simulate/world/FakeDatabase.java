package praxis.processor.simulate.world;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.DataRefused;
import praxis.processor.apply.MemoryBookingStore;
import praxis.processor.apply.MemoryOutbox;
import praxis.processor.apply.Outbox;
import praxis.processor.apply.Snapshot;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.OutboxRow;
import praxis.processor.model.Progress;
import praxis.processor.model.StoredEvent;
import praxis.processor.simulate.traffic.Delivery;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The store in memory with what surrounds one: its log rows, its row locks, its refusals. */
public final class FakeDatabase {
    private static final String NOT_STORABLE = "22021";

    private final List<LogRow> rows = new ArrayList<>();
    private final MemoryOutbox outbox = new MemoryOutbox(InstantSource.fixed(Instant.EPOCH));
    private final MemoryBookingStore memory = new MemoryBookingStore(this::commit);
    private final Set<Integer> locked = new HashSet<>();

    /** The committed log rows, as they were committed. */
    public List<LogRow> rows() {
        return rows;
    }

    private void commit(LogRow row) {
        rows.add(row);
        outbox.commit(row);
    }

    /** All that committed rows of the partition announce, published or not. */
    public List<OutboxRow> announced(int partition) {
        MemoryOutbox all = new MemoryOutbox(InstantSource.fixed(Instant.EPOCH));
        rows.forEach(all::commit);
        return all.waiting(partition, Integer.MAX_VALUE);
    }

    /** The outbox, over a connection to which things can happen. */
    Outbox outbox(Moment.Watcher watcher) {
        return new FakeOutbox(outbox, watcher);
    }

    public Snapshot snapshot() {
        return memory.snapshot();
    }

    /** What the log has of events that failed. */
    public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
        return memory.recall(events);
    }

    /** What the store keeps in memory of these practices is to be made anew from its tables. */
    public void forget(int partition, Collection<BookingState> states) {
        Map<PracticeId, Needs> needs = new HashMap<>();
        states.forEach(state -> needs.put(state.practice(), Needs.of(List.of())));
        try {
            memory.inTransaction(
                    transaction -> {
                        long stands = memory.progress(partition).orElseThrow().nextOffset();
                        transaction.claim(partition, stands, stands);
                        transaction.load(needs);
                        throw new LinkLost();
                    });
        } catch (LinkLost rolledBack) {
            // As it was meant.
        }
    }

    /** A connection that nothing happens to. */
    public BookingStore connect() {
        return connect(_ -> {});
    }

    /**
     * A connection to which things can happen.
     *
     * @param watcher told at each moment of each transaction
     */
    public BookingStore connect(Moment.Watcher watcher) {
        return connect(watcher, _ -> {});
    }

    /**
     * @param answered told how many rows were committed, each time that the answer arrives
     */
    BookingStore connect(Moment.Watcher watcher, IntConsumer answered) {
        return new Connection(watcher, answered);
    }

    private final class Connection implements BookingStore {
        private final Moment.Watcher watcher;

        private final IntConsumer answered;

        private Connection(Moment.Watcher watcher, IntConsumer answered) {
            this.watcher = watcher;
            this.answered = answered;
        }

        @Override
        public <T> T inTransaction(Function<Transaction, T> work) {
            Watched[] opened = new Watched[1];
            T result;
            try {
                result =
                        memory.inTransaction(
                                transaction -> {
                                    opened[0] = new Watched(transaction, watcher);
                                    T made = work.apply(opened[0]);
                                    opened[0].beforeCommit();
                                    return made;
                                });
            } finally {
                opened[0].unlock();
            }
            watcher.at(Moment.AFTER_COMMIT);
            answered.accept(opened[0].written);
            return result;
        }

        @Override
        public Optional<Progress> progress(int partition) {
            return memory.progress(partition);
        }

        @Override
        public void begin(int partition) {
            memory.begin(partition);
        }
    }

    private final class Watched implements BookingStore.Transaction {
        private final BookingStore.Transaction transaction;
        private final Moment.Watcher watcher;
        private final Set<Integer> held = new HashSet<>();
        private long begunAt;
        private int written;

        private Watched(BookingStore.Transaction transaction, Moment.Watcher watcher) {
            this.transaction = transaction;
            this.watcher = watcher;
        }

        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            watcher.at(Moment.BEFORE_CLAIM);
            if (locked.contains(partition)) {
                throw new LinkLost();
            }
            Optional<Progress> stood = transaction.claim(partition, first, after);
            if (stood.isPresent()) {
                begunAt = first;
                locked.add(partition);
                held.add(partition);
                watcher.at(Moment.AFTER_CLAIM);
            }
            return stood;
        }

        @Override
        public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
            return transaction.recall(events);
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            Map<PracticeId, BookingState> states = transaction.load(needs);
            watcher.at(Moment.AFTER_LOAD);
            return states;
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> logged, Progress after) {
            watcher.at(Moment.BEFORE_WRITE);
            if (logged.stream().anyMatch(FakeDatabase::isRefused)) {
                throw new DataRefused(NOT_STORABLE);
            }
            transaction.write(states, logged, after);
            written = Math.toIntExact(after.nextOffset() - begunAt);
        }

        private void beforeCommit() {
            if (written > 0) {
                watcher.at(Moment.BEFORE_COMMIT);
            }
        }

        private void unlock() {
            locked.removeAll(held);
        }
    }

    private static boolean isRefused(LogRow row) {
        return row.secretFingerprint().equals(Delivery.REFUSED_FINGERPRINT)
                && !row.entry().outcome().equals("unusable");
    }
}
