package praxis.schemas.event;

import java.time.Instant;
import java.util.Optional;

/**
 * What an event says of its own place in time, as far as it says anything. Only like is compared
 * with like: a {@code sequence} proves nothing against an {@code updated_at}.
 */
public record Stamp(Optional<Version> version, Optional<Instant> occurredAt) {
    public static final Stamp NONE = new Stamp(Optional.empty(), Optional.empty());

    /** A number that the tool raises with each change of one entity. */
    public record Version(Kind kind, long number) {}

    /** Which field carried the version. */
    public enum Kind {
        VERSION("version"),
        SEQUENCE("sequence"),
        /** Microseconds since 1970-01-01T00:00Z. */
        UPDATED_AT("updated_at");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
