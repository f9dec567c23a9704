package praxis.read.appointments;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How far what we show may be trusted to be what the booking tool says.
 *
 * @param lastSyncedAt newest word on one of the patient's appointments
 * @param lastSignOfLife newest word of the tool about anything
 */
record Freshness(@Nullable Instant lastSyncedAt, @Nullable Instant lastSignOfLife) {
    static final Duration STALE_AFTER = Duration.ofHours(24);

    boolean isStale(Instant now) {
        return Stream.of(lastSyncedAt, lastSignOfLife)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(newest -> !newest.isAfter(now.minus(STALE_AFTER)))
                .orElse(true);
    }
}
