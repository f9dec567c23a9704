package praxis.processor.evaluate;

import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a labelled file.
 *
 * @param number of the record in the file, from 1
 * @param person who it is in truth
 * @param onFile whether the practice has it on file already
 */
record Sample(
        int number,
        String person,
        boolean onFile,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<LocalDate> born,
        Optional<String> email,
        Optional<String> phone) {
    PatientFields fields() {
        return new PatientFields(
                field(email),
                field(firstName),
                field(lastName),
                field(phone),
                field(born),
                Field.absent());
    }

    private static <T> Field<T> field(Optional<T> value) {
        return value.map(Field::of).orElseGet(Field::absent);
    }

    @Override
    public String toString() {
        return "Sample[" + number + "]";
    }
}
