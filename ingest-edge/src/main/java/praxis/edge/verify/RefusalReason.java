package praxis.edge.verify;

/** Why a delivery was refused; told to operators as a metric's tag, never to the sender. */
public enum RefusalReason {
    NO_SECRET("no-secret"),
    NO_SIGNATURE("no-signature"),
    REPEATED_HEADER("repeated-header"),
    UNKNOWN_SCHEME("unknown-scheme"),
    SCHEME_SWITCHED_OFF("scheme-switched-off"),
    UNUSABLE_ID("unusable-id"),
    UNUSABLE_TIMESTAMP("unusable-timestamp"),
    TOO_OLD("too-old"),
    TOO_NEW("too-new"),
    WRONG_SIGNATURE("wrong-signature");

    private final String tag;

    RefusalReason(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
