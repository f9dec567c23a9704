package praxis.processor.apply;

import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Progress;
import praxis.processor.model.Settings;
import praxis.processor.model.StoredEvent;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps everything in memory, whole: for a plain refold of the log, and for tests. Transactions run
 * one after the other.
 */
public final class MemoryBookingStore implements BookingStore {
    /** What broke the topic's contract: there is nothing of it to be trusted. */
    private static final String UNUSABLE = "unusable";

    private final Map<Integer, Progress> progress = new HashMap<>();
    private final Map<PracticeId, PracticeTables> tables = new HashMap<>();
    // Made from the tables once, and kept from batch to batch as long as no transaction fails.
    private final Map<PracticeId, BookingState> states = new HashMap<>();
    private final Map<UUID, StoredEvent> failed = new HashMap<>();
    private final Consumer<LogRow> log;

    /**
     * @param log is given each log row once it is committed, in order
     */
    public MemoryBookingStore(Consumer<LogRow> log) {
        this.log = log;
    }

    /** A practice that begins with other settings than its log says. */
    public synchronized void configure(PracticeId practice, Settings settings) {
        tables.put(practice, PracticeTables.empty(settings));
    }

    /** The tables themselves: valid until the next transaction. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(Map.copyOf(progress), Map.copyOf(tables));
    }

    @Override
    public synchronized Optional<Progress> progress(int partition) {
        return Optional.ofNullable(progress.get(partition));
    }

    @Override
    public synchronized void begin(int partition) {
        progress.putIfAbsent(partition, Progress.start(partition));
    }

    @Override
    public synchronized <T> T inTransaction(Function<Transaction, T> work) {
        OneTransaction transaction = new OneTransaction();
        boolean done = false;
        try {
            T result = work.apply(transaction);
            transaction.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                transaction.forget();
            }
        }
    }

    private final class OneTransaction implements Transaction {
        private final Claim claim = new Claim();
        private final Map<PracticeId, BookingState> loaded = new HashMap<>();
        private Runnable commit = () -> {};

        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            return claim.taking(
                    partition,
                    after,
                    () -> progress(partition).filter(stood -> stood.nextOffset() == first));
        }

        @Override
        public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
            claim.check();
            return MemoryBookingStore.this.recall(events);
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            claim.check();
            for (PracticeId practice : needs.keySet()) {
                loaded.put(
                        practice, states.computeIfAbsent(practice, id -> tablesOf(id).toState(id)));
            }
            return Map.copyOf(loaded);
        }

        @Override
        public void write(Collection<BookingState> written, List<LogRow> rows, Progress after) {
            claim.checkEndsWith(after);
            List<BookingState> changed = List.copyOf(written);
            List<LogRow> logged = List.copyOf(rows);
            commit =
                    () -> {
                        changed.forEach(MemoryBookingStore.this::keep);
                        progress.put(after.partition(), after);
                        logged.forEach(MemoryBookingStore.this::keep);
                        logged.forEach(log);
                    };
        }

        private void commit() {
            commit.run();
        }

        private void forget() {
            // Effects may have changed them already.
            loaded.keySet().forEach(states::remove);
        }
    }

    /** Events that failed, as the log that is kept elsewhere has them. */
    public synchronized List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
        return events.entrySet().stream()
                .flatMap(
                        named ->
                                named.getValue().stream()
                                        .map(failed::get)
                                        .filter(Objects::nonNull)
                                        .filter(each -> each.practice().equals(named.getKey())))
                .toList();
    }

    private void keep(LogRow row) {
        boolean failedEvent =
                row.kind().equals(InboundRecord.Kind.WEBHOOK.wireName())
                        && row.entry().status() == ProcessingStatus.ERROR
                        && !row.entry().outcome().equals(UNUSABLE);
        row.practice()
                .filter(_ -> failedEvent)
                .ifPresent(
                        practice ->
                                failed.put(
                                        row.id(),
                                        new StoredEvent(
                                                practice,
                                                row.id(),
                                                row.offset(),
                                                row.receivedAt(),
                                                row.backfill(),
                                                row.webhookId(),
                                                Optional.of(row.body()))));
    }

    private PracticeTables tablesOf(PracticeId practice) {
        return tables.computeIfAbsent(practice, _ -> PracticeTables.empty(Settings.DEFAULT));
    }

    private void keep(BookingState state) {
        PracticeTables kept = Objects.requireNonNull(tables.get(state.practice()));
        kept.put(state.changes());
        state.forgetChanges();
        tables.put(state.practice(), kept.standing(state));
    }
}
