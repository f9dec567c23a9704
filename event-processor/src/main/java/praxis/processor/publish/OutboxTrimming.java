package praxis.processor.publish;

import praxis.processor.apply.Outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Takes published rows away when the topics have forgotten them, too. */
final class OutboxTrimming {
    /** As long as the topics keep them: until then, a row tells what was sent. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 5_000;

    private final Map<Integer, Instant> next = new HashMap<>();
    private final Outbox outbox;
    private final InstantSource clock;

    OutboxTrimming(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does nothing when the last time was not long ago. */
    void trim(int partition) {
        Instant now = clock.instant();
        if (now.isBefore(next.getOrDefault(partition, now))) {
            return;
        }
        long taken = outbox.trim(partition, KEPT, MOST_AT_ONCE);
        // Where as many were taken as are at once, there are more.
        next.put(partition, taken < MOST_AT_ONCE ? now.plus(EVERY) : now);
    }
}
