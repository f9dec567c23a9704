package praxis.sandbox.access;

import praxis.schemas.record.PracticeId;

import java.util.Locale;

/** Who a token says its bearer is. */
public record Caller(Role role, String sub, PracticeId practice) {
    /** What somebody may see; SPEC 6 says what. */
    public enum Role {
        ADMIN,
        THERAPIST,
        PATIENT;

        public String claim() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
