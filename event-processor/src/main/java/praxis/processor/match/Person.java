package praxis.processor.match;

import praxis.processor.model.Patient;
import praxis.processor.model.Placeholders;
import praxis.processor.normalise.EmailAddress;
import praxis.processor.normalise.PersonName;
import praxis.processor.normalise.PhoneNumber;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of somebody, normalised, without placeholders.
 *
 * @param emails one, or for a patient of ours also the one in the booking tool
 */
record Person(
        Set<String> emails,
        Optional<String> phone,
        Optional<PersonName> firstName,
        Optional<PersonName> lastName,
        Optional<LocalDate> born) {
    static Person of(PatientFields facts) {
        PatientFields known = Placeholders.dropFrom(facts);
        Set<String> emails = new LinkedHashSet<>();
        known.email().toOptional().map(EmailAddress::normalized).ifPresent(emails::add);
        return new Person(
                emails,
                known.phone().toOptional().flatMap(PhoneNumber::e164),
                name(known.firstName().toOptional()),
                name(known.lastName().toOptional()),
                known.dateOfBirth().toOptional());
    }

    static Person of(Patient patient) {
        Person person = of(Placeholders.dropFrom(patient.details()));
        patient.bookingEmail()
                .filter(email -> !Placeholders.isEmail(email))
                .map(EmailAddress::normalized)
                .ifPresent(person.emails::add);
        return person;
    }

    private static Optional<PersonName> name(Optional<String> text) {
        return text.map(PersonName::of).filter(name -> !name.isEmpty());
    }

    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
