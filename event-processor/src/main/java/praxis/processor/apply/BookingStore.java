package praxis.processor.apply;

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

/** Keeps the projection, the event log and the position in the log, and changes them together. */
public interface BookingStore {
    /** Runs {@code work} as one transaction: all of it happens, or (when it throws) none. */
    <T> T inTransaction(Function<Transaction, T> work);

    /** Where a partition stands; empty before its first assignment. */
    Optional<Progress> progress(int partition);

    /** Makes the row of a partition that begins at offset 0; leaves an existing one alone. */
    void begin(int partition);

    /** What one transaction can do. */
    interface Transaction {
        /**
         * Takes the partition for the records from {@code first} up to, not including, {@code
         * after}: must be the transaction's first statement, because its row lock is the fence that
         * keeps other writers out until the end.
         *
         * @return where the partition stood; empty if it does not stand at {@code first}, and then
         *     nothing else may be done in this transaction
         */
        Optional<Progress> claim(int partition, long first, long after);

        /**
         * What the log kept of these events, of each practice its own, as far as they are the
         * tool's and failed; one statement.
         */
        List<StoredEvent> recall(Map<PracticeId, Set<UUID>> events);

        /** The states of these practices, as far as needed; a constant number of statements. */
        Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs);

        /**
         * Writes what changed, the log rows with what they announce, the tree's new head and the
         * partition's new end; a constant number of statements.
         */
        void write(Collection<BookingState> states, List<LogRow> rows, Progress after);
    }
}
