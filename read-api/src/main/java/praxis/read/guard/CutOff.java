package praxis.read.guard;

/** Why a connection was closed without an answer. */
public enum CutOff {
    TOO_SLOW("too-slow"),
    TOO_BIG("too-big"),
    NOT_TAKEN("not-taken"),
    TOO_MANY("too-many");

    private final String tag;

    CutOff(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
