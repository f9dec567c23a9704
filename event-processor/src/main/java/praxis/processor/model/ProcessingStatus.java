package praxis.processor.model;

/**
 * What became of a record. Every record has exactly one, so that {@code received = success +
 * duplicate + stale + needs_review + error} always holds.
 */
public enum ProcessingStatus {
    SUCCESS("success"),
    DUPLICATE("duplicate"),
    STALE("stale"),
    NEEDS_REVIEW("needs_review"),
    ERROR("error");

    private final String wireName;

    ProcessingStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
