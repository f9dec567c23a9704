package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.normalise.EmailAddress;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What counts as the same e-mail address and the same person. */
class MatchKeysTest {

    @Test
    void emailsAreLowerCasedAndTrimmed() {
        assertThat(EmailAddress.normalized(" Ida.Brandt@Example.ORG\t"))
                .isEqualTo("ida.brandt@example.org");
    }

    @Test
    void aPersonNeedsBothNamesAndABirthDate() {
        assertThat(MatchKeys.identify(said("Ida", "Brandt", born()))).isTrue();
        assertThat(MatchKeys.identify(said("Ida", "Brandt", Field.absent()))).isFalse();
        assertThat(MatchKeys.identify(said("Ida", "’", born()))).isFalse();
    }

    @Test
    void anErrorInAnyOneFieldLeavesAKeyInCommon() {
        Set<MatchKey> known = MatchKeys.of(said("Ida", "Brandt", born()));

        assertThat(known)
                .containsAnyElementsOf(MatchKeys.of(said("Xqzz", "Brandt", born())))
                .containsAnyElementsOf(MatchKeys.of(said("Ida", "Xqzz", born())))
                .containsAnyElementsOf(MatchKeys.of(said("Ida", "Brandt", Field.absent())));
    }

    @Test
    void swappedNamesMeetUnderTheSameKeys() {
        assertThat(MatchKeys.of(said("Brandt", "Ida", born())))
                .isEqualTo(MatchKeys.of(said("Ida", "Brandt", born())));
    }

    @Test
    void aDoubleNameIsFoundByEachOfItsWords() {
        Set<MatchKey> known = MatchKeys.of(said("Ida", "Müller-Lüdenscheidt", Field.absent()));

        assertThat(known)
                .containsAnyElementsOf(MatchKeys.of(said("Ida", "Müller", Field.absent())))
                .containsAnyElementsOf(MatchKeys.of(said("Ida", "Luedenscheid", Field.absent())));
    }

    @Test
    void patientAndNewcomerMeetUnderTheSameKeys() {
        Patient patient =
                patient(Optional.of("Brandt@example.org"), Optional.of("neu@example.org"), false);

        assertThat(MatchKeys.of(patient))
                .contains(
                        new MatchKey("email:brandt@example.org"),
                        new MatchKey("email:neu@example.org"))
                .containsAll(MatchKeys.of(said("IDA", "Brandt", born())));
    }

    @Test
    void aPhoneNumberIsOneHoweverItIsWritten() {
        assertThat(MatchKeys.of(calling("030 / 12 34 567")))
                .isEqualTo(MatchKeys.of(calling("+49 30 1234567")))
                .hasSize(1);
        assertThat(MatchKeys.of(calling("none"))).isEmpty();
    }

    @Test
    void anArchivedPatientBearsNone() {
        assertThat(MatchKeys.of(patient(Optional.of("a@example.org"), Optional.empty(), true)))
                .isEmpty();
    }

    @Test
    void keysShowNothing() {
        assertThat(MatchKeys.of(said("Ida", "Brandt", born())))
                .asString()
                .doesNotContainIgnoringCase("brandt")
                .doesNotContain("1975");
    }

    private static Field<LocalDate> born() {
        return Field.of(LocalDate.of(1975, 6, 1));
    }

    private static PatientFields calling(String phone) {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.of(phone),
                Field.absent(),
                Field.absent());
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
