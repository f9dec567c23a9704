package praxis.processor.model;

import java.util.Optional;
import java.util.UUID;

/**
 * An event of the tool that could not be processed when it came.
 *
 * @param offset where it stands on the log
 * @param delivery what came; empty where it was erased since
 */
public record FailedEvent(UUID id, long offset, Optional<Received> delivery) {
    public static FailedEvent of(Received delivery) {
        return new FailedEvent(delivery.eventId(), delivery.offset(), Optional.of(delivery));
    }
}
