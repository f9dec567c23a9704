package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.schemas.event.Bodies.failingFields;
import static praxis.schemas.event.Bodies.understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.BookingEvent.PatientUpdated;

import java.time.LocalDate;
import java.util.List;

class PatientRulesTest {
    private static final String SMILE = "\uD83D\uDE42";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.com,booking_email.eq.x",
                "o'brien+praxis@example.org",
                "a@b",
                "jörg@praxis-müller.example"
            })
    void takesOddEmailAsOneValue(String email) {
        String escaped = email.replace("'", "\\u0027");

        assertThat(patient("{'id':'P-1','email':'" + escaped + "'}").email())
                .isEqualTo(Field.of(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"''", "'a'", "'a@'", "'@example.org'", "'a b@example.org'", "'a@b@c'", "17"})
    void refusesWhatIsNoEmail(String email) {
        assertThat(failingFields("patient.updated", "{'id':'P-1','email':" + email + "}"))
                .containsExactly("email");
    }

    @Test
    void boundsTextsInCharactersThatPeopleSee() {
        assertThat(nameProblems(SMILE.repeat(100))).isEmpty();
        assertThat(nameProblems(SMILE.repeat(101))).containsExactly("last_name");
        assertThat(nameProblems("  " + "x".repeat(100) + "\\n")).isEmpty();
        assertThat(nameProblems("x".repeat(101))).containsExactly("last_name");
        assertThat(nameProblems("")).containsExactly("last_name");
        assertThat(nameProblems(" \\t")).containsExactly("last_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000", "\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\ud800x"})
    void refusesTextThatNoDatabaseHolds(String text) {
        assertThat(nameProblems(text)).containsExactly("last_name");
        assertThat(failingFields("patient.deleted", "{'id':'" + text + "'}"))
                .containsExactly("booking_patient_id");
    }

    @Test
    void takesEmptyPhoneAsNone() {
        assertThat(patient("{'id':'P-1','phone':''}").phone()).isEqualTo(Field.cleared());
        assertThat(
                        failingFields(
                                "patient.updated",
                                "{'id':'P-1','telefon':'" + "1".repeat(31) + "'}"))
                .containsExactly("phone");
    }

    @Test
    void readsBirthDate() {
        assertThat(patient("{'id':'P-1','geburtsdatum':'1984-02-29'}").dateOfBirth())
                .isEqualTo(Field.of(LocalDate.of(1984, 2, 29)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'1983-02-29'",
                "'0000-01-01'",
                "'0000-00-00'",
                "'-200-01-01'",
                "'1984-2-9'",
                "'29.02.1984'",
                "'1984-02-29T00:00:00Z'",
                "'١٩٨٤-٠٢-٢٩'",
                "19840229"
            })
    void refusesWhatIsNoDate(String date) {
        assertThat(failingFields("patient.updated", "{'id':'P-1','geburtsdatum':" + date + "}"))
                .containsExactly("date_of_birth");
    }

    @ParameterizedTest
    @CsvSource({
        "maennlich, MALE",
        "männlich, MALE",
        "Male, MALE",
        "weiblich, FEMALE",
        "FEMALE, FEMALE",
        "divers, DIVERSE",
        "diverse, DIVERSE",
        "unbekannt, UNKNOWN",
        "unknown, UNKNOWN"
    })
    void readsGenderInBothLanguages(String sent, Gender gender) {
        assertThat(patient("{'id':'P-1','geschlecht':'" + sent + "'}").gender())
                .isEqualTo(Field.of(gender));
    }

    @Test
    void refusesOtherGender() {
        assertThat(failingFields("patient.updated", "{'id':'P-1','gender':'x'}"))
                .containsExactly("gender");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' '", "1.0", "1e2", "true", "{}", "[1]"})
    void refusesWhatIsNoId(String id) {
        assertThat(failingFields("patient.deleted", "{'id':" + id + "}"))
                .containsExactly("booking_patient_id");
    }

    @Test
    void boundsIds() {
        assertThat(failingFields("patient.deleted", "{'id':'" + SMILE.repeat(200) + "'}"))
                .isEmpty();
        assertThat(failingFields("patient.deleted", "{'id':'" + "x".repeat(201) + "'}"))
                .containsExactly("booking_patient_id");
        assertThat(failingFields("patient.deleted", "{'id':" + "9".repeat(200) + "}")).isEmpty();
        assertThat(failingFields("patient.deleted", "{'id':" + "9".repeat(10_000) + "}"))
                .containsExactly("booking_patient_id");
    }

    private static List<String> nameProblems(String name) {
        return failingFields("patient.updated", "{'id':'P-1','nachname':'" + name + "'}");
    }

    private static PatientFields patient(String payload) {
        return ((PatientUpdated) understood("patient.updated", payload)).fields();
    }
}
