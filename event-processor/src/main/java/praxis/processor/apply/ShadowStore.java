package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Needs;
import praxis.processor.model.Progress;
import praxis.processor.model.StoredEvent;
import praxis.processor.model.TreeEdge;
import praxis.schemas.record.PracticeId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Keeps the projection in a shadow. The log is there already: of it, nothing is written. */
final class ShadowStore implements BookingStore {
    /** How a transaction is made: a new one, or the one that there is. */
    private interface Transactions {
        <T> T run(Function<Handle, T> work);
    }

    private final Transactions transactions;
    private final String schema;

    ShadowStore(Jdbi jdbi, String schema) {
        this.schema = schema;
        this.transactions =
                new Transactions() {
                    @Override
                    public <T> T run(Function<Handle, T> work) {
                        return jdbi.inTransaction(work::apply);
                    }
                };
    }

    ShadowStore(Handle transaction, String schema) {
        this.schema = schema;
        this.transactions =
                new Transactions() {
                    @Override
                    public <T> T run(Function<Handle, T> work) {
                        return work.apply(transaction);
                    }
                };
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        try {
            return transactions.run(handle -> work.apply(new InShadow(handle, schema)));
        } catch (JdbiException | CopyFailed failed) {
            throw SqlStates.refused(failed).orElse(failed);
        }
    }

    @Override
    public Optional<Progress> progress(int partition) {
        return transactions.run(
                handle ->
                        Optional.ofNullable(ShadowDao.progress(handle, schema).get(partition))
                                .map(next -> at(partition, next)));
    }

    @Override
    public void begin(int partition) {
        transactions.run(
                handle -> {
                    ShadowDao.reach(handle, schema, partition, 0);
                    return partition;
                });
    }

    private static Progress at(int partition, long next) {
        return new Progress(partition, next, Optional.empty(), Optional.empty(), TreeEdge.EMPTY);
    }

    private record InShadow(Handle handle, String schema) implements Transaction {
        /** Records of others may be left out in between. */
        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            return ShadowDao.claim(handle, schema, partition, first, after)
                    ? Optional.of(at(partition, first))
                    : Optional.empty();
        }

        @Override
        public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
            return FailedEventDao.load(handle, events);
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            return new StateLoading(handle, needs).load();
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
            StateWriting.write(handle, states);
        }
    }
}
