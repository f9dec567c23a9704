package praxis.sandbox.population;

import java.util.Locale;
import java.util.Set;

/**
 * What somebody says of themselves, and the truth about who it is.
 *
 * @param person the same for the same person
 */
public record Registration(
        String person, Role role, Set<Noise> noise, Set<Trait> traits, Person said) {
    /** Who registers. */
    public enum Role {
        /** A patient of the practice. */
        EXISTING,
        /** A patient of the practice who comes as if for the first time. */
        RETURNING,
        /** Somebody who has never been here. */
        NEW;

        /** As files say it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Registration {
        noise = Set.copyOf(noise);
        traits = Set.copyOf(traits);
    }

    @Override
    public String toString() {
        return "Registration[" + person + ", " + role + "]";
    }
}
