package praxis.processor.apply;

import praxis.processor.model.OutboxRow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be told to others, each partition's in its order, and how far that is done. */
public interface Outbox {
    /** The next rows of the partition that are not noted as published, in order. */
    List<OutboxRow> waiting(int partition, int most);

    /** Notes that all up to and including this place is published; never takes that back. */
    void published(OutboxRow.Place last);

    /** What of the partition waits now. */
    Backlog backlog(int partition);

    /**
     * Takes away published rows of the partition, oldest first.
     *
     * @return how many were taken
     */
    long trim(int partition, Duration olderThan, int most);

    /**
     * What waits.
     *
     * @param rows counted up to {@link #MOST_COUNTED}
     * @param since when the oldest of them was committed; empty where none waits
     */
    record Backlog(long rows, Optional<Instant> since) {
        public static final int MOST_COUNTED = 100_000;
    }
}
