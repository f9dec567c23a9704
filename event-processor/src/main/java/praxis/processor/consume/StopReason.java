package praxis.processor.consume;

/** Why a partition must not be read on until a human has looked. */
public enum StopReason {
    TOPIC_RECREATED("topic_recreated", "the topic is not the one this database was filled from"),
    HISTORY_GONE("history_gone", "the topic no longer reaches back to where the database stands"),
    TAIL_LOST("tail_lost", "the topic ends before the place where the database stands"),
    LAST_RECORD_DIFFERS(
            "last_record_differs", "the last applied record is not the one on the topic any more"),
    GAP("gap", "the record that is to be read next is missing, though later ones are there");

    private final String wireName;
    private final String words;

    StopReason(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    public String wireName() {
        return wireName;
    }

    public String words() {
        return words;
    }
}
