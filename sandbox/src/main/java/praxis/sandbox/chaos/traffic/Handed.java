package praxis.sandbox.chaos.traffic;

import java.time.Duration;
import java.util.UUID;

/** What became of an event that was handed in. */
sealed interface Handed {
    /** From here on it cannot be lost, somebody has promised. */
    record Acknowledged(UUID eventId) implements Handed {}

    /** Refused for good: no repetition changes that. */
    record Rejected() implements Handed {}

    /** To be repeated after a while. */
    record NotYet(Duration pause) implements Handed {}
}
