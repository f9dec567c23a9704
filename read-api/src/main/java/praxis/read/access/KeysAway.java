package praxis.read.access;

/** The keys that would verify a token cannot be fetched. */
final class KeysAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysAway() {
        super("the keys that verify tokens cannot be fetched", null, false, false);
    }
}
