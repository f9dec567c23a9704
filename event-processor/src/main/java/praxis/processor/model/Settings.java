package praxis.processor.model;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a practice chose.
 *
 * @param defaultTherapistId whose the patients are whom the tool brings
 * @param retryHorizon how long a sender may repeat a delivery
 * @param linkWithoutEmail whether a patient without an e-mail address is linked when full name,
 *     birth date and phone are equal and nobody else's
 */
public record Settings(
        Optional<String> defaultTherapistId,
        TimePolicy timePolicy,
        ZoneId zone,
        Duration retryHorizon,
        boolean linkWithoutEmail) {

    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    TimePolicy.OFFSET,
                    ZoneId.of("Europe/Berlin"),
                    Duration.ofHours(24),
                    false);

    /** How the times of the booking tool are to be read. */
    public enum TimePolicy {
        /** The offset that was sent counts. */
        OFFSET("offset"),
        /** {@code Z} means the practice's local time; other offsets count. */
        LOCAL("local");

        private final String wireName;

        TimePolicy(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
