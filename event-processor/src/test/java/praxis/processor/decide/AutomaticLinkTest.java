package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.PatientId;

/** SPEC 4: a patient is linked automatically only when all of the conditions hold. */
class AutomaticLinkTest {

    private static final Card ANNEGRET =
            Card.of("Annegret", "Sommerfeld").email("sommerfeld@example.org").born("1975-06-01");

    private final Practice practice = Practice.empty();

    @Test
    void linksWhenAllHolds() {
        PatientId patient = practice.files(ANNEGRET);

        assertThat(practice.hears(annegret("B1")).outcome()).isEqualTo("linked");
        assertThat(practice.bookingPatient("B1").patient()).contains(patient);
    }

    @Test
    void theEmailMayEqualTheBookingEmail() {
        practice.files(
                Card.of("Annegret", "Sommerfeld")
                        .email("privat@example.org")
                        .bookingEmail("sommerfeld@example.org")
                        .born("1975-06-01"));

        assertThat(practice.hears(annegret("B1")).outcome()).isEqualTo("linked");
    }

    @Test
    void theEmailIsComparedLowerCasedAndTrimmed() {
        practice.files(
                Card.of("Annegret", "Sommerfeld")
                        .email(" Sommerfeld@Example.ORG ")
                        .born("1975-06-01"));

        assertThat(practice.hears(annegret("B1").email("SOMMERFELD@example.org")).outcome())
                .isEqualTo("linked");
    }

    @Test
    void anOddAddressIsOneValue() {
        practice.files(ANNEGRET);

        Heard heard =
                practice.hears(
                        Webhook.patientCreated("B1").email("a@b.com,booking_email.eq.sommerfeld"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void notWhenTwoActivePatientsShareTheEmail() {
        practice.files(ANNEGRET);
        practice.files(Card.of("Benno", "Sommerfeld").email("sommerfeld@example.org"));

        asks(annegret("B1"));
    }

    @Test
    void archivedPatientsAreNeverCandidates() {
        practice.files(Card.of("Benno", "Sommerfeld").email("sommerfeld@example.org").archive());
        practice.files(ANNEGRET.archive());
        PatientId active = practice.files(ANNEGRET);

        assertThat(practice.hears(annegret("B1")).outcome()).isEqualTo("linked");
        assertThat(practice.bookingPatient("B1").patient()).contains(active);
    }

    @Test
    void namesAreComparedFolded() {
        practice.files(Card.of("Jörg", "Groß-Weiß").email("jw@example.org").born("1980-02-29"));

        Heard heard =
                practice.hears(
                        Webhook.patientCreated("B1")
                                .named("JOERG", "Gross Weiss")
                                .email("jw@example.org")
                                .born("1980-02-29"));

        assertThat(heard.outcome()).isEqualTo("linked");
    }

    @Test
    void notWithAnotherFirstOrLastName() {
        practice.files(ANNEGRET);

        asks(annegret("B1").named("Brunhilde", "Sommerfeld"));
        asks(annegret("B2").named("Annegret", "Winterberg"));
    }

    @Test
    void notWithoutBothNames() {
        practice.files(ANNEGRET);

        asks(annegret("B1").without("first_name"));
        asks(annegret("B2").without("last_name"));
    }

    @Test
    void aSmallTypoCountsOnlyTogetherWithAnEqualBirthDate() {
        practice.files(ANNEGRET.phone("030 1234567"));

        asks(
                annegret("B1")
                        .named("Annegrett", "Sommerfeld")
                        .without("date_of_birth")
                        .phone("030 1234567"));
        assertThat(practice.hears(annegret("B2").named("Annegrett", "Sommerfeld")).outcome())
                .isEqualTo("linked");
    }

    @Test
    void oneLetterInShortNamesIsNoTypo() {
        practice.files(
                Card.of("Tim", "Wiesental").email("wiesental@example.org").born("2015-05-05"));

        asks(
                Webhook.patientCreated("B1")
                        .named("Tom", "Wiesental")
                        .email("wiesental@example.org")
                        .born("2015-05-05"));
    }

    @Test
    void notWhenBirthDatesDiffer() {
        practice.files(ANNEGRET);

        asks(annegret("B1").born("1975-06-02"));
    }

    @Test
    void aMissingBirthDateIsMadeUpForByTheSamePhone() {
        practice.files(ANNEGRET.phone("+49 30 1234567"));

        Heard heard =
                practice.hears(annegret("B1").without("date_of_birth").phone("030 / 12 34 567"));

        assertThat(heard.outcome()).isEqualTo("linked");
    }

    @Test
    void notWhenABirthDateIsMissingAndThePhoneDiffersOrIsMissingToo() {
        practice.files(ANNEGRET.phone("+49 30 1234567"));

        asks(annegret("B1").without("date_of_birth"));
        asks(annegret("B2").without("date_of_birth").phone("030 7654321"));
    }

    @Test
    void notWhenBothBirthDatesAreMissing() {
        practice.files(
                Card.of("Annegret", "Sommerfeld")
                        .email("sommerfeld@example.org")
                        .phone("+49 30 1234567"));

        asks(annegret("B1").without("date_of_birth").phone("030 1234567"));
    }

    @Test
    void notWhenThePatientIsLinkedToAnotherBookingPatient() {
        practice.files(ANNEGRET);
        practice.hears(annegret("B1"));

        asks(annegret("B2"));
    }

    @Test
    void aBookingPatientThatWasDeletedLinksNobodyAnyMore() {
        practice.files(ANNEGRET);
        practice.hears(annegret("B1"));
        practice.hears(Webhook.patientDeleted("B1"));

        assertThat(practice.hears(annegret("B2")).outcome()).isEqualTo("linked");
    }

    @Test
    void aPairThatWasKeptApartIsNeverProposedAgain() {
        PatientId patient = practice.files(ANNEGRET);
        practice.keepsApart("B1", patient);

        Heard heard = practice.hears(annegret("B1"));

        assertThat(heard.outcome()).isEqualTo("created");
        assertThat(practice.bookingPatient("B1").patient()).isPresent().get().isNotEqualTo(patient);
    }

    @Test
    void whoSharesTheMailboxCountsEvenWhenKeptApart() {
        PatientId other =
                practice.files(Card.of("Benno", "Sommerfeld").email("sommerfeld@example.org"));
        PatientId patient = practice.files(ANNEGRET);
        practice.keepsApart("B1", other);

        Heard heard = asks(annegret("B1"));

        assertThat(heard.asked().candidates())
                .singleElement()
                .extracting(candidate -> candidate.patient())
                .isEqualTo(patient);
    }

    @Test
    void theSameNewcomerMayComeAgain() {
        practice.files(ANNEGRET);
        practice.hears(annegret("B1"));

        assertThat(practice.hears(annegret("B1").phone("030 1234567")).outcome())
                .isEqualTo("updated");
    }

    private Heard asks(Webhook webhook) {
        int before = practice.patients();
        Heard heard = practice.hears(webhook);
        assertThat(heard.outcome()).isEqualTo("needs_review");
        assertThat(practice.patients()).isEqualTo(before);
        return heard;
    }

    private static Webhook annegret(String id) {
        return Webhook.patientCreated(id)
                .named("Annegret", "Sommerfeld")
                .email("sommerfeld@example.org")
                .born("1975-06-01");
    }

    @Test
    void fatherAndSonAtOnePhoneAreNotToldByTheMailboxAlone() {
        Practice family = Practice.empty();
        family.files(
                Card.of("Michael", "Ernstle")
                        .born("1966-07-19")
                        .email("ernstle@example.org")
                        .phone("030 07122409"));
        family.files(Card.of("Michael", "Ernstle").born("1990-06-23").phone("030 07122409"));

        Heard heard =
                family.hears(
                        Webhook.patientCreated("B1")
                                .named("Michael", "Ernstle")
                                .email("ernstle@example.org")
                                .phone("030 07122409"));

        assertThat(heard.outcome()).isEqualTo("needs_review");
    }

    @Test
    void oneLetterIsNoTypoBesideAnotherPhone() {
        Practice twins = Practice.empty();
        twins.files(
                Card.of("Andrea", "Schmalhauser")
                        .born("1965-03-27")
                        .email("twins@example.org")
                        .phone("030 46420589"));

        Heard heard =
                twins.hears(
                        Webhook.patientCreated("B1")
                                .named("Andreas", "Schmalhauser")
                                .born("1965-03-27")
                                .email("twins@example.org")
                                .phone("040 03048685"));

        assertThat(heard.outcome()).isEqualTo("needs_review");
    }
}
