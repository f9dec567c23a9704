package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

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

/** Keeps everything in PostgreSQL. */
public final class JdbiBookingStore implements BookingStore {
    private final Jdbi jdbi;
    private final PlanRenewal plans = new PlanRenewal();

    public JdbiBookingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @throws DataRefused when the transaction failed on what was to be written
     */
    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        try {
            return jdbi.inTransaction(handle -> work.apply(new OneTransaction(handle, plans)));
        } catch (JdbiException | CopyFailed failed) {
            throw SqlStates.refused(failed).orElse(failed);
        }
    }

    @Override
    public Optional<Progress> progress(int partition) {
        return jdbi.withHandle(handle -> LedgerDao.progress(handle, partition));
    }

    @Override
    public void begin(int partition) {
        jdbi.useHandle(handle -> LedgerDao.begin(handle, partition));
    }

    private static final class OneTransaction implements Transaction {
        private final Handle handle;
        private final PlanRenewal plans;
        private final Claim claim = new Claim();

        private OneTransaction(Handle handle, PlanRenewal plans) {
            this.handle = handle;
            this.plans = plans;
        }

        @Override
        public Optional<Progress> claim(int partition, long first, long after) {
            return claim.taking(
                    partition, after, () -> LedgerDao.claim(handle, partition, first, after));
        }

        @Override
        public List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events) {
            claim.check();
            return FailedEventDao.load(handle, events);
        }

        @Override
        public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
            claim.check();
            plans.count(handle);
            return new StateLoading(handle, needs).load();
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
            claim.checkEndsWith(after);
            StateWriting.write(handle, states);
            EventLogDao.write(handle, rows);
            LedgerDao.advance(handle, after);
        }
    }
}
