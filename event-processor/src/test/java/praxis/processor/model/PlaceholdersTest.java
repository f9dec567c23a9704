package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.LocalDate;
import java.util.List;

/** Which values only stand for "not known", and which are merely unusual. */
class PlaceholdersTest {

    @Test
    void namesThatAreNone() {
        for (String name :
                List.of(
                        "Unbekannt",
                        "UNBEKANNT",
                        "unknown",
                        "N.N.",
                        "n/a",
                        "k. A.",
                        "-",
                        "???",
                        "keine Angabe",
                        "null",
                        "undefined",
                        "xxx")) {
            assertThat(dropped(named(name)).firstName()).as(name).isEqualTo(Field.absent());
            assertThat(dropped(named(name)).lastName()).as(name).isEqualTo(Field.absent());
        }
    }

    @Test
    void unusualNamesAreNames() {
        for (String name : List.of("Null", "Na", "Ka", "None", "Ng", "O", "Unbekannte-Rose", "李")) {
            assertThat(dropped(named(name)).lastName()).as(name).isEqualTo(Field.of(name));
        }
    }

    @Test
    void addressesThatReachNobody() {
        for (String email :
                List.of(
                        "noreply@example.org",
                        "No-Reply@example.org",
                        "no_reply@example.org",
                        "donotreply@example.org",
                        "noreply+praxis@example.org",
                        "unbekannt@example.org")) {
            assertThat(dropped(mailed(email)).email()).as(email).isEqualTo(Field.absent());
        }
    }

    @Test
    void unusualAddressesAreAddresses() {
        for (String email : List.of("noreplyhuber@example.org", "a@noreply.example.org")) {
            assertThat(dropped(mailed(email)).email()).as(email).isEqualTo(Field.of(email));
        }
    }

    @Test
    void theFirstDayOf1900IsNobodysBirthday() {
        assertThat(dropped(born(LocalDate.of(1900, 1, 1))).dateOfBirth()).isEqualTo(Field.absent());
        assertThat(dropped(born(LocalDate.of(1901, 1, 1))).dateOfBirth())
                .isEqualTo(Field.of(LocalDate.of(1901, 1, 1)));
    }

    @Test
    void phonesWithoutADigitButZero() {
        for (String phone : List.of("000", "00000 / 000", "-", "keins")) {
            assertThat(dropped(phoned(phone)).phone()).as(phone).isEqualTo(Field.absent());
        }
        assertThat(dropped(phoned("0301")).phone()).isEqualTo(Field.of("0301"));
    }

    @Test
    void absentAndNullStayWhatTheyAre() {
        PatientFields cleared =
                new PatientFields(
                        Field.cleared(),
                        Field.cleared(),
                        Field.absent(),
                        Field.cleared(),
                        Field.absent(),
                        Field.absent());

        assertThat(dropped(cleared)).isEqualTo(cleared);
    }

    private static PatientFields dropped(PatientFields fields) {
        return Placeholders.dropFrom(fields);
    }

    private static PatientFields named(String name) {
        return fields(Field.absent(), Field.of(name), Field.absent(), Field.absent());
    }

    private static PatientFields mailed(String email) {
        return fields(Field.of(email), Field.absent(), Field.absent(), Field.absent());
    }

    private static PatientFields phoned(String phone) {
        return fields(Field.absent(), Field.absent(), Field.of(phone), Field.absent());
    }

    private static PatientFields born(LocalDate date) {
        return fields(Field.absent(), Field.absent(), Field.absent(), Field.of(date));
    }

    private static PatientFields fields(
            Field<String> email, Field<String> name, Field<String> phone, Field<LocalDate> born) {
        return new PatientFields(email, name, name, phone, born, Field.absent());
    }
}
