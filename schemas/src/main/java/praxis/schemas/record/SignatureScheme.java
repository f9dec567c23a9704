package praxis.schemas.record;

/** How a webhook was signed. */
public enum SignatureScheme {
    /** Standard Webhooks: id, timestamp and body are signed. */
    STANDARD_WEBHOOKS("standard-webhooks"),
    /** Only the body is signed; no id, no timestamp. */
    BODY("body");

    private final String wireName;

    SignatureScheme(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
