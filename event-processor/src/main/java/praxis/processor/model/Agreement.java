package praxis.processor.model;

/** How well a field of a newcomer agrees with the same field of a patient, the best first. */
public enum Agreement {
    SAME("same"),
    /** A small slip of the pen. */
    TYPO("typo"),
    /** It sounds or looks alike. */
    SIMILAR("similar"),
    /** One of a double name's parts, or a short form. */
    PART("part"),
    INITIAL("initial"),
    /** First and last name, or day and month, in each other's place. */
    SWAPPED("swapped"),
    /** Two of the three parts of a birth date. */
    PARTLY("partly"),
    DIFFERENT("different"),
    /** One side or both say nothing. */
    UNKNOWN("unknown");

    private final String wireName;

    Agreement(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether it speaks for one person. */
    public boolean agrees() {
        return this != DIFFERENT && this != UNKNOWN;
    }
}
