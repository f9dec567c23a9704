package praxis.processor.decide;

import praxis.processor.model.Patient;
import praxis.processor.model.PatientField;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.record.StableIds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A card in the practice's own file, written by staff. */
record Card(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> bookingEmail,
        Optional<String> phone,
        Optional<LocalDate> born,
        boolean archived) {
    static Card of(String firstName, String lastName) {
        return new Card(
                Optional.of(firstName),
                Optional.of(lastName),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static Card nameless() {
        return new Card(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    Card email(String address) {
        return new Card(
                firstName, lastName, Optional.of(address), bookingEmail, phone, born, archived);
    }

    Card bookingEmail(String address) {
        return new Card(firstName, lastName, email, Optional.of(address), phone, born, archived);
    }

    Card phone(String number) {
        return new Card(
                firstName, lastName, email, bookingEmail, Optional.of(number), born, archived);
    }

    Card born(String date) {
        return new Card(
                firstName,
                lastName,
                email,
                bookingEmail,
                phone,
                Optional.of(LocalDate.parse(date)),
                archived);
    }

    Card archive() {
        return new Card(firstName, lastName, email, bookingEmail, phone, born, true);
    }

    Patient toPatient(long offset) {
        return new Patient(
                new PatientId(StableIds.of("test card", Long.toString(offset))),
                new Patient.Details(firstName, lastName, email, phone, born, Gender.UNKNOWN),
                Optional.empty(),
                bookingEmail,
                Optional.empty(),
                Optional.empty(),
                PatientField.Set.NONE,
                PatientField.Set.NONE,
                archived ? Optional.of(Instant.EPOCH) : Optional.empty(),
                offset);
    }
}
