package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.Optional;

/** Somebody invented, as they stand in a card file or have filled in a form. */
public record Person(
        Name name,
        Sex sex,
        Optional<LocalDate> birth,
        Optional<String> email,
        Optional<String> phone) {

    public Person withName(Name other) {
        return new Person(other, sex, birth, email, phone);
    }

    public Person withBirth(Optional<LocalDate> other) {
        return new Person(name, sex, other, email, phone);
    }

    public Person withEmail(Optional<String> other) {
        return new Person(name, sex, birth, other, phone);
    }

    public Person withPhone(Optional<String> other) {
        return new Person(name, sex, birth, email, other);
    }

    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
