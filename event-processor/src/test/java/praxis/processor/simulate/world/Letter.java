package praxis.processor.simulate.world;

import praxis.processor.model.Announcement;

import java.util.Comparator;

/** An announcement with the log row that it belongs to and its place among the row's. */
public record Letter(int partition, long offset, int ordinal, Announcement announcement) {
    /** The order in which the log tells of them. */
    public static final Comparator<Letter> ORDER =
            Comparator.comparingInt(Letter::partition)
                    .thenComparingLong(Letter::offset)
                    .thenComparingInt(Letter::ordinal);
}
