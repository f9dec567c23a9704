package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A patient of the practice: what its card file says, and what is true.
 *
 * @param id tells who it is, whatever is written about them
 * @param person as the card file has it
 * @param home the telephone that the household shares
 * @param familyMailbox of somebody else in the household
 */
public record Patient(
        String id,
        Person person,
        Set<Trait> traits,
        LocalDate born,
        PhoneNumber home,
        Optional<String> familyMailbox,
        Origin origin) {
    public Patient {
        traits = Set.copyOf(traits);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    Patient saying(Person other) {
        return new Patient(id, other, traits, born, home, familyMailbox, origin);
    }

    @Override
    public String toString() {
        return "Patient[" + id + "]";
    }
}
