package praxis.processor.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How much waits for people, over all practices.
 *
 * @param open review items
 * @param oldest since when the oldest of them waits
 * @param urgent items that an appointment waits for which is less than a day away
 */
public record Backlog(long open, Optional<Instant> oldest, long urgent) {
    public static final Backlog NONE = new Backlog(0, Optional.empty(), 0);
}
