package praxis.schemas.record;

import java.util.regex.Pattern;

/** Names one practice: the unit of tenancy, order, rate limit and secret. */
public record PracticeId(String value) implements Comparable<PracticeId> {
    // Above the ids made here, which are checked against it.
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** There from the first start. */
    public static final PracticeId DEFAULT = new PracticeId("default");

    public PracticeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a practice id");
        }
    }

    public static boolean isValid(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public int compareTo(PracticeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
