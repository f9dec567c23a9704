package praxis.processor.decide;

import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.LocalDate;

/** What staff type in. */
final class Say {
    static final PatientFields NOTHING = PatientFields.none();

    private Say() {}

    static PatientFields named(String firstName, String lastName) {
        return new PatientFields(
                Field.absent(),
                Field.of(firstName),
                Field.of(lastName),
                Field.absent(),
                Field.absent(),
                Field.absent());
    }

    static PatientFields email(String address) {
        return new PatientFields(
                Field.of(address),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent());
    }

    static PatientFields noPhone() {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.cleared(),
                Field.absent(),
                Field.absent());
    }

    static PatientFields born(String date) {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.of(LocalDate.parse(date)),
                Field.absent());
    }
}
