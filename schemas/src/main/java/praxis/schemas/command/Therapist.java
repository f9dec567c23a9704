package praxis.schemas.command;

import java.util.List;

/**
 * A therapist of the practice.
 *
 * @param id the login
 * @param displayName for people to choose from
 * @param names under which the booking tool knows the therapist; in order, none twice
 */
public record Therapist(String id, String displayName, List<String> names) {
    /** The longest of each text. */
    public static final int LONGEST_TEXT = 200;

    /** In one practice. */
    public static final int MOST = 500;

    /** Of one therapist. */
    public static final int MOST_NAMES = 20;

    /** Of all therapists together, so that the order fits into one record. */
    public static final int MOST_NAMES_OF_ALL = 1_000;

    public Therapist {
        names = names.stream().sorted().distinct().toList();
    }

    /** Without the names. */
    @Override
    public String toString() {
        return "Therapist[" + id + "]";
    }
}
