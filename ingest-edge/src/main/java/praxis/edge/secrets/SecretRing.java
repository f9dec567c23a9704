package praxis.edge.secrets;

import java.util.List;

/**
 * The secrets of one practice; any living one verifies.
 *
 * @param acceptsBodySignature false where the practice has switched the replayable scheme off
 */
public record SecretRing(List<Secret> secrets, boolean acceptsBodySignature) {
    public static final int MAXIMUM_SECRETS = 5;

    /** Verifies nothing. */
    public static final SecretRing EMPTY = new SecretRing(List.of(), false);

    public SecretRing {
        secrets = List.copyOf(secrets);
        if (secrets.size() > MAXIMUM_SECRETS) {
            throw new IllegalArgumentException("a ring holds at most five secrets");
        }
    }
}
