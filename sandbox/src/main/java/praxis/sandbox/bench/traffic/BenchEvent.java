package praxis.sandbox.bench.traffic;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.util.Optional;

/**
 * One event as it is sent, and what it says of an appointment.
 *
 * @param id the {@code webhook-id}; goes unsent under the body signature
 * @param appointment empty where the event is a patient's
 */
public record BenchEvent(
        String id, SignatureScheme scheme, String type, Optional<Booking> appointment, Bytes body) {
    /** Never the body: it looks like personal data. */
    @Override
    public String toString() {
        return "BenchEvent[" + id + ", " + type + "]";
    }
}
