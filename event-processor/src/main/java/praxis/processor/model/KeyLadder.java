package praxis.processor.model;

import java.util.List;

/**
 * A way to look for candidates: one key, and the finer ones for when too many bear it.
 *
 * @param finer may be empty: then there is nothing finer to ask
 */
public record KeyLadder(Kind kind, MatchKey key, List<MatchKey> finer) {
    /** What the key is made of. */
    public enum Kind {
        EMAIL("email"),
        PHONE("phone"),
        NAMES("names"),
        BIRTH_DATE("date_of_birth");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
