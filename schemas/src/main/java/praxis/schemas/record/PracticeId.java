package praxis.schemas.record;

/** Names one practice: the unit of tenancy, order, rate limit and secret. */
public record PracticeId(String value) implements Comparable<PracticeId> {
    private static final int LONGEST = 63;

    /** There from the first start. */
    public static final PracticeId DEFAULT = new PracticeId("default");

    public PracticeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a practice id");
        }
    }

    /** One to 63 small letters, digits and hyphens, of which none comes first. */
    public static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST
                && value.charAt(0) != '-'
                && value.chars().allMatch(PracticeId::isAllowed);
    }

    private static boolean isAllowed(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= '0' && letter <= '9')
                || letter == '-';
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
