package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Agreement;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.Settings;

import java.util.List;

/** SPEC 3.1 and 4 as they come up at a practice's desk. */
class MatchingScenariosTest {
    private Practice practice = Practice.empty();

    @BeforeEach
    void otherPatients() {
        Desk.fill(practice);
    }

    @Test
    void familyMailbox() {
        PatientId mother = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item = asked(Desk.newcomer("Nils", "Lindqvist", "2011-09-30"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(candidates(item)).containsExactly(mother);
        assertThat(item.candidates().getFirst().differs())
                .containsExactly("first_name", "date_of_birth");
    }

    @Test
    void familyMailboxThatTwoHaveAlready() {
        practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));
        PatientId own = practice.files(Desk.card("Nils", "Lindqvist", "2011-09-30"));

        ReviewItem item = asked(Desk.newcomer("Nils", "Lindqvist", "2011-09-30"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(candidates(item)).startsWith(own);
    }

    @Test
    void twins() {
        PatientId tim = practice.files(Desk.card("Tim", "Lindqvist", "2012-05-05"));

        ReviewItem item = asked(Desk.newcomer("Tom", "Lindqvist", "2012-05-05"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(candidates(item)).containsExactly(tim);
    }

    @Test
    void bothTwinsOnFile() {
        PatientId tim = practice.files(Desk.card("Tim", "Lindqvist", "2012-05-05"));
        PatientId tom = practice.files(Desk.card("Tom", "Lindqvist", "2012-05-05"));

        assertThat(candidates(asked(Desk.newcomer("Tom", "Lindqvist", "2012-05-05"))))
                .containsExactly(tom, tim);
    }

    @Test
    void fatherAndSonOfOneName() {
        practice.files(Desk.card("Georg", "Lindqvist", "1951-02-11"));

        ReviewItem item = asked(Desk.newcomer("Georg", "Lindqvist", "1983-08-20"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(item.candidates().getFirst().differs()).containsExactly("date_of_birth");
    }

    @Test
    void fatherAndSonOfOneNameWithNothingElseInCommon() {
        practice.files(Card.of("Georg", "Adler").email("senior@example.org").born("1951-02-11"));

        Heard heard =
                practice.hears(
                        Desk.newcomer("Georg", "Adler", "1983-08-20").email("junior@example.org"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void newEmail() {
        PatientId patient = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(Desk.newcomer("Karin", "Lindqvist", "1980-04-01").email("neu@example.org"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_MISMATCH);
        assertThat(candidates(item)).containsExactly(patient);
    }

    @Test
    void newEmailAndNoBirthDateButTheSamePhone() {
        practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));

        ReviewItem item =
                asked(
                        Desk.newcomer("Karin", "Lindqvist", "1980-04-01")
                                .without("date_of_birth")
                                .email("neu@example.org")
                                .phone("+49 40 555 0101"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_MISMATCH);
    }

    @Test
    void patientWithoutEmail() {
        PatientId patient =
                practice.files(
                        Card.of("Karin", "Lindqvist").born("1980-04-01").phone("040 5550101"));

        ReviewItem item =
                asked(Desk.newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_MISSING);
        assertThat(candidates(item)).containsExactly(patient);
        assertThat(item.candidates().getFirst().score()).get().isEqualTo(1.0);
    }

    @Test
    void patientWithoutEmailWhereThePracticeLinksThose() {
        practice = thatLinksWithoutEmail();
        PatientId patient =
                practice.files(
                        Card.of("Karin", "Lindqvist").born("1980-04-01").phone("040 5550101"));

        practice.hears(Desk.newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));

        assertThat(practice.bookingPatient("B1").patient()).contains(patient);
    }

    @Test
    void patientWithoutEmailIsLinkedOnlyIfAllElseIsEqualAndNobodyElses() {
        practice = thatLinksWithoutEmail();
        practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01").phone("040 5550101"));

        asked(Desk.newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550102"));
        asked(Desk.newcomer("Karin", "Lindqvist", "1980-04-01"));
        asked(Desk.newcomer("Karin", "Lindquist", "1980-04-01").phone("040 5550101"));
        practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01").phone("040 5550101"));
        asked(Desk.newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));
    }

    @Test
    void childWithTheMothersMailboxAndNoBirthDate() {
        practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(Desk.newcomer("Nils", "Lindqvist", "1980-04-01").without("date_of_birth"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
    }

    @Test
    void marriedName() {
        PatientId patient = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(Desk.newcomer("Karin", "Winterberg", "1980-04-01").email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(item.candidates().getFirst().differs()).containsExactly("email", "last_name");
    }

    @Test
    void doubleNameAfterAWedding() {
        PatientId patient = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(
                        Desk.newcomer("Karin", "Winterberg-Lindqvist", "1980-04-01")
                                .email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(level(item, "last_name")).isEqualTo(Agreement.PART);
    }

    @Test
    void swappedNames() {
        PatientId patient = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(Desk.newcomer("Lindqvist", "Karin", "1980-04-01").email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(level(item, "first_name")).isEqualTo(Agreement.SWAPPED);
    }

    @Test
    void typoInTheBirthDate() {
        PatientId patient = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        for (String date : List.of("1980-01-04", "1981-04-01", "1980-04-11", "1908-04-01")) {
            ReviewItem item =
                    asked(Desk.newcomer("Karin", "Lindqvist", date).email("n@example.org"));
            assertThat(candidates(item)).as(date).containsExactly(patient);
        }
    }

    @Test
    void typoInTheNameAndAnotherEmail() {
        PatientId patient = practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(Desk.newcomer("Karin", "Lindqwist", "1980-04-01").email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(level(item, "last_name")).isEqualTo(Agreement.TYPO);
    }

    @Test
    void placeholderEmail() {
        practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01").email("noreply@example.org"));

        Heard heard =
                practice.hears(
                        Desk.newcomer("Bruno", "Winterberg", "1961-12-24")
                                .email("noreply@example.org"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void placeholdersAreNoEvidence() {
        practice.files(Card.of("Unbekannt", "Unbekannt").born("1900-01-01"));

        Heard heard = practice.hears(Desk.newcomer("Unbekannt", "Unbekannt", "1900-01-01"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void secondBookingAccountOfOnePerson() {
        practice.hears(Desk.newcomer("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item = asked(Desk.newcomer("B2", "Karin", "Lindqvist", "1980-04-01"));

        assertThat(item.kind()).isEqualTo(Kind.ALREADY_LINKED);
    }

    @Test
    void twoCandidatesAlike() {
        PatientId one = practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01"));
        PatientId two = practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01"));

        ReviewItem item = asked(Desk.newcomer("Karin", "Lindqvist", "1980-04-01"));

        assertThat(item.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(candidates(item)).containsExactlyInAnyOrder(one, two);
    }

    private static Agreement level(ReviewItem item, String field) {
        return item.candidates().getFirst().fields().stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static List<PatientId> candidates(ReviewItem item) {
        return item.candidates().stream().map(Candidate::patient).toList();
    }

    private ReviewItem asked(Webhook webhook) {
        int before = practice.patients();
        Heard heard = practice.hears(webhook);
        assertThat(heard.outcome()).isEqualTo("needs_review");
        assertThat(practice.patients()).isEqualTo(before);
        return heard.asked();
    }

    private static Practice thatLinksWithoutEmail() {
        Settings usual = Settings.DEFAULT;
        Practice practice =
                Practice.with(
                        new Settings(
                                usual.defaultTherapistId(),
                                usual.timePolicy(),
                                usual.zone(),
                                usual.retryHorizon(),
                                true));
        Desk.fill(practice);
        return practice;
    }
}
