package praxis.schemas.command;

import java.time.Duration;
import java.util.Optional;

/**
 * What the admins of a practice choose; an order to change settings carries all of them.
 *
 * @param defaultTherapistId whose the patients are whom the tool brings; the therapist's login
 * @param bookingToolUrl where patients book
 * @param retryHorizon how long a sender may repeat a delivery; whole seconds
 * @param linkWithoutEmail whether a patient without an e-mail address is linked when full name,
 *     birth date and phone are equal and nobody else's
 * @param limitPerMinute webhooks in any minute, over all edges; empty means the installation's own
 *     default
 */
public record PracticeSettings(
        Optional<String> defaultTherapistId,
        Optional<BookingToolUrl> bookingToolUrl,
        TimePolicy timePolicy,
        Duration retryHorizon,
        TherapistScope therapistScope,
        CreatePolicy createPolicy,
        boolean linkWithoutEmail,
        Optional<Integer> limitPerMinute) {

    /** As long as the topic keeps records: what came before that cannot be compared any more. */
    public static final Duration LONGEST_HORIZON = Duration.ofDays(30);

    public static final int HIGHEST_LIMIT = 1_000_000;

    public static final PracticeSettings DEFAULT =
            new PracticeSettings(
                    Optional.empty(),
                    Optional.empty(),
                    TimePolicy.OFFSET,
                    Duration.ofHours(24),
                    TherapistScope.OWN,
                    CreatePolicy.ALWAYS,
                    false,
                    Optional.empty());

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

    /** Whose patients a therapist sees. */
    public enum TherapistScope {
        /** Those entrusted to the therapist, and those with an appointment under a known name. */
        OWN("own"),
        PRACTICE("practice");

        private final String wireName;

        TherapistScope(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** When a newcomer whom nobody resembles becomes a patient. */
    public enum CreatePolicy {
        ALWAYS("always"),
        /** Whoever only registered is remembered, and is a patient once an appointment comes. */
        WITH_FIRST_APPOINTMENT("with_first_appointment"),
        /** A person decides. */
        ASK("ask");

        private final String wireName;

        CreatePolicy(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
