package praxis.schemas.record;

/** The names of our Kafka topics and what is fixed about them. */
public final class Topics {
    /** Everything that changes anything, keyed by practice; never compacted. */
    public static final String INBOUND = "booking.inbound.v1";

    /** Secret rings and limits per practice; compacted, ciphertext only. */
    public static final String ENDPOINTS = "booking.endpoints.v1";

    /** Review items that opened or closed: ids, kind and due time. */
    public static final String NEEDS_REVIEW = "booking.needs-review.v1";

    /** Records that could not be processed: ids and the reason. */
    public static final String DEAD_LETTER = "booking.dead-letter.v1";

    /** Fixed when the topic is made: growth is a new topic and a migration. */
    public static final int INBOUND_PARTITIONS = 12;

    private Topics() {}
}
