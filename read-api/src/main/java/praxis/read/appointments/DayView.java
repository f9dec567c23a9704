package praxis.read.appointments;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The appointments of one day. */
record DayView(LocalDate date, List<Entry> entries) {
    /**
     * One appointment of a therapist's day.
     *
     * @param patientId empty while nobody knows whose it is
     */
    record Entry(
            UUID id,
            @Nullable UUID patientId,
            @Nullable String firstName,
            @Nullable String lastName,
            Instant scheduledAt,
            @Nullable Integer durationMinutes,
            @Nullable String therapistName,
            @Nullable String serviceName,
            String status) {
        /** Never the name. */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }
}
