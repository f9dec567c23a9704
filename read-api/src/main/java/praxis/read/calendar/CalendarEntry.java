package praxis.read.calendar;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One appointment as a calendar shows it.
 *
 * @param sequence rises when somebody changed what the entry says, and only then
 */
record CalendarEntry(
        UUID id,
        Instant scheduledAt,
        @Nullable Integer durationMinutes,
        @Nullable String therapistName,
        @Nullable String serviceName,
        String status,
        Instant syncedAt,
        int sequence) {

    boolean isCancelled() {
        return status.equals("cancelled");
    }

    /** Never where somebody is at what time. */
    @Override
    public String toString() {
        return "CalendarEntry[" + id + "]";
    }
}
