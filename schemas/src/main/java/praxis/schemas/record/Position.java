package praxis.schemas.record;

/**
 * Where a record stands: which topic (by Kafka's own id, since a name can be used again), which
 * partition, which offset.
 */
public record Position(TopicId topic, int partition, long offset) {
    public Position {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("a position has no negative part");
        }
    }

    /** Kafka's topic id in its own text form (base64url of a UUID). */
    public record TopicId(String value) {}
}
