package praxis.processor.model;

import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * An announcement that stands in the outbox.
 *
 * @param practice empty where the record behind it names no usable practice
 * @param receivedAt of the record behind it
 */
public record OutboxRow(
        Place place, Optional<PracticeId> practice, Instant receivedAt, Announcement announcement) {
    /**
     * Where it stands: behind which record, and there as the how manieth.
     *
     * @param ordinal from 0 on
     */
    public record Place(int partition, long offset, int ordinal) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::partition)
                        .thenComparingLong(Place::offset)
                        .thenComparingInt(Place::ordinal);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
