package praxis.sandbox.bench.traffic;

import java.time.Instant;

/**
 * An appointment as the tool knows it.
 *
 * @param version counts the changes
 */
public record Booking(
        String id,
        String patientId,
        Instant start,
        int minutes,
        String therapist,
        String service,
        int version,
        boolean cancelled) {
    Booking movedTo(Instant later) {
        return new Booking(
                id, patientId, later, minutes, therapist, service, version + 1, cancelled);
    }

    Booking cancel() {
        return new Booking(id, patientId, start, minutes, therapist, service, version + 1, true);
    }
}
