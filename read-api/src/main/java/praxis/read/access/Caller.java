package praxis.read.access;

import praxis.schemas.record.PracticeId;

import java.util.Arrays;
import java.util.Optional;

/** Who asks, as a verified token says. */
public record Caller(PracticeId practice, Role role, Subject subject) {

    /** What somebody is in a practice. */
    public enum Role {
        ADMIN(Role.Names.ADMIN),
        THERAPIST(Role.Names.THERAPIST),
        PATIENT(Role.Names.PATIENT);

        private final String wireName;

        Role(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static Optional<Role> named(String wireName) {
            return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findAny();
        }

        /** The names in tokens, as constants for annotations. */
        public static final class Names {
            public static final String ADMIN = "admin";
            public static final String THERAPIST = "therapist";
            public static final String PATIENT = "patient";

            private Names() {}
        }
    }

    /** The login, as the issuer of tokens names it. */
    public record Subject(String value) {
        private static final int LONGEST = 255;

        public Subject {
            if (!isValid(value)) {
                throw new IllegalArgumentException("not a subject");
            }
        }

        static boolean isValid(String value) {
            return !value.isBlank()
                    && value.length() <= LONGEST
                    && value.chars().noneMatch(Character::isISOControl);
        }

        @Override
        public String toString() {
            return "subject";
        }
    }
}
