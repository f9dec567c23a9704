package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What counts as the same e-mail address and the same person. */
class MatchKeysTest {

    @Test
    void emailsAreLowerCasedAndTrimmed() {
        assertThat(MatchKeys.normalizedEmail(" Ida.Brandt@Example.ORG\t"))
                .isEqualTo("ida.brandt@example.org");
    }

    @Test
    void umlautsAreSpelledOut() {
        assertThat(MatchKeys.foldedName("Müller")).isEqualTo(MatchKeys.foldedName("MUELLER"));
        assertThat(MatchKeys.foldedName("Weiß")).isEqualTo(MatchKeys.foldedName("Weiss"));
        assertThat(MatchKeys.foldedName("WEIẞ")).isEqualTo(MatchKeys.foldedName("Weiss"));
        assertThat(MatchKeys.foldedName("Jäger")).isNotEqualTo(MatchKeys.foldedName("Jager"));
    }

    @Test
    void umlautsMadeOfTwoCharactersAreTheSame() {
        assertThat(MatchKeys.foldedName("Mu\u0308ller")).isEqualTo(MatchKeys.foldedName("Müller"));
    }

    @Test
    void accentsAreDropped() {
        assertThat(MatchKeys.foldedName("Renée")).isEqualTo(MatchKeys.foldedName("RENEE"));
        assertThat(MatchKeys.foldedName("İpek")).isEqualTo(MatchKeys.foldedName("ipek"));
    }

    @Test
    void hyphensSpacesAndApostrophesAreDropped() {
        assertThat(MatchKeys.foldedName("Müller-Lüdenscheidt"))
                .isEqualTo(MatchKeys.foldedName("Mueller Luedenscheidt"));
        assertThat(MatchKeys.foldedName("O’Neill")).isEqualTo(MatchKeys.foldedName("ONeill"));
    }

    @Test
    void namesInOtherScriptsStayApart() {
        assertThat(MatchKeys.foldedName("Иван")).isNotEmpty().isNotEqualTo("ivan");
    }

    @Test
    void aPersonNeedsBothNamesAndABirthDate() {
        assertThat(MatchKeys.of(said("Ida", "Brandt", Field.of(LocalDate.of(1975, 6, 1)))))
                .hasSize(1);
        assertThat(MatchKeys.of(said("Ida", "Brandt", Field.absent()))).isEmpty();
        assertThat(MatchKeys.of(said("Ida", "’", Field.of(LocalDate.of(1975, 6, 1))))).isEmpty();
    }

    @Test
    void patientAndNewcomerMeetUnderTheSameKeys() {
        Patient patient =
                patient(Optional.of("Brandt@example.org"), Optional.of("neu@example.org"), false);

        assertThat(MatchKeys.of(patient))
                .hasSize(3)
                .containsAll(
                        MatchKeys.of(said("IDA", "Brandt", Field.of(LocalDate.of(1975, 6, 1)))));
    }

    @Test
    void anArchivedPatientBearsNone() {
        assertThat(MatchKeys.of(patient(Optional.of("a@example.org"), Optional.empty(), true)))
                .isEmpty();
    }

    @Test
    void keysShowNothing() {
        assertThat(MatchKeys.of(said("Ida", "Brandt", Field.of(LocalDate.of(1975, 6, 1)))))
                .asString()
                .doesNotContainIgnoringCase("brandt")
                .doesNotContain("1975");
    }

    private static PatientFields said(String first, String last, Field<LocalDate> born) {
        return new PatientFields(
                Field.absent(),
                Field.of(first),
                Field.of(last),
                Field.absent(),
                born,
                Field.absent());
    }

    private static Patient patient(
            Optional<String> email, Optional<String> bookingEmail, boolean archived) {
        return Patients.of(
                new Patient.Details(
                        Optional.of("Ida"),
                        Optional.of("Brandt"),
                        email,
                        Optional.empty(),
                        Optional.of(LocalDate.of(1975, 6, 1)),
                        Gender.UNKNOWN),
                bookingEmail,
                archived ? Optional.of(Instant.EPOCH) : Optional.empty());
    }
}
