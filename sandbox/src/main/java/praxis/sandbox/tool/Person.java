package praxis.sandbox.tool;

import java.time.LocalDate;

/**
 * Somebody invented, as they filled in the tool's form.
 *
 * @param gender as the wire says it, in German
 */
record Person(
        String firstName,
        String lastName,
        String email,
        String phone,
        LocalDate dateOfBirth,
        String gender) {

    Person withFirstName(String other, String otherGender, LocalDate otherBirth) {
        return new Person(other, lastName, email, phone, otherBirth, otherGender);
    }

    Person withNames(String first, String last) {
        return new Person(first, last, email, phone, dateOfBirth, gender);
    }

    Person withEmail(String other) {
        return new Person(firstName, lastName, other, phone, dateOfBirth, gender);
    }

    Person withPhone(String other) {
        return new Person(firstName, lastName, email, other, dateOfBirth, gender);
    }

    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
