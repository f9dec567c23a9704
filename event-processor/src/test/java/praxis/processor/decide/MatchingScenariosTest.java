package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Agreement;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Comparison;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.Settings;

import java.util.List;

/** SPEC 3.1 and 4 as they come up at a practice's desk. */
class MatchingScenariosTest {
    private static final List<String> FIRST =
            List.of("Ada", "Bruno", "Clara", "Dario", "Elif", "Frida", "Gustav", "Hedwig");
    private static final List<String> LAST =
            List.of("Adler", "Brecht", "Cordes", "Dirks", "Engel", "Fuchs", "Gruber", "Holm");

    private Practice practice = Practice.empty();

    @BeforeEach
    void otherPatients() {
        fill(practice);
    }

    @Test
    void familyMailbox() {
        PatientId mother = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item = asked(newcomer("Nils", "Lindqvist", "2011-09-30"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(candidates(item)).containsExactly(mother);
        assertThat(item.candidates().getFirst().differs())
                .containsExactly("first_name", "date_of_birth");
    }

    @Test
    void familyMailboxThatTwoHaveAlready() {
        practice.files(card("Karin", "Lindqvist", "1980-04-01"));
        PatientId own = practice.files(card("Nils", "Lindqvist", "2011-09-30"));

        ReviewItem item = asked(newcomer("Nils", "Lindqvist", "2011-09-30"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(candidates(item)).startsWith(own);
    }

    @Test
    void twins() {
        PatientId tim = practice.files(card("Tim", "Lindqvist", "2012-05-05"));

        ReviewItem item = asked(newcomer("Tom", "Lindqvist", "2012-05-05"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(candidates(item)).containsExactly(tim);
    }

    @Test
    void bothTwinsOnFile() {
        PatientId tim = practice.files(card("Tim", "Lindqvist", "2012-05-05"));
        PatientId tom = practice.files(card("Tom", "Lindqvist", "2012-05-05"));

        assertThat(candidates(asked(newcomer("Tom", "Lindqvist", "2012-05-05"))))
                .containsExactly(tom, tim);
    }

    @Test
    void fatherAndSonOfOneName() {
        practice.files(card("Georg", "Lindqvist", "1951-02-11"));

        ReviewItem item = asked(newcomer("Georg", "Lindqvist", "1983-08-20"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(item.candidates().getFirst().differs()).containsExactly("date_of_birth");
    }

    @Test
    void fatherAndSonOfOneNameWithNothingElseInCommon() {
        practice.files(Card.of("Georg", "Adler").email("senior@example.org").born("1951-02-11"));

        Heard heard =
                practice.hears(
                        newcomer("Georg", "Adler", "1983-08-20").email("junior@example.org"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void newEmail() {
        PatientId patient = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(newcomer("Karin", "Lindqvist", "1980-04-01").email("neu@example.org"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_MISMATCH);
        assertThat(candidates(item)).containsExactly(patient);
    }

    @Test
    void newEmailAndNoBirthDateButTheSamePhone() {
        practice.files(card("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));

        ReviewItem item =
                asked(
                        newcomer("Karin", "Lindqvist", "1980-04-01")
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

        ReviewItem item = asked(newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));

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

        practice.hears(newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));

        assertThat(practice.bookingPatient("B1").patient()).contains(patient);
    }

    @Test
    void patientWithoutEmailIsLinkedOnlyIfAllElseIsEqualAndNobodyElses() {
        practice = thatLinksWithoutEmail();
        practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01").phone("040 5550101"));

        asked(newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550102"));
        asked(newcomer("Karin", "Lindqvist", "1980-04-01"));
        asked(newcomer("Karin", "Lindquist", "1980-04-01").phone("040 5550101"));
        practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01").phone("040 5550101"));
        asked(newcomer("Karin", "Lindqvist", "1980-04-01").phone("040 5550101"));
    }

    @Test
    void childWithTheMothersMailboxAndNoBirthDate() {
        practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(newcomer("Nils", "Lindqvist", "1980-04-01").without("date_of_birth"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
    }

    @Test
    void marriedName() {
        PatientId patient = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(newcomer("Karin", "Winterberg", "1980-04-01").email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(item.candidates().getFirst().differs()).containsExactly("email", "last_name");
    }

    @Test
    void doubleNameAfterAWedding() {
        PatientId patient = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(
                        newcomer("Karin", "Winterberg-Lindqvist", "1980-04-01")
                                .email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(level(item, "last_name")).isEqualTo(Agreement.PART);
    }

    @Test
    void swappedNames() {
        PatientId patient = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(newcomer("Lindqvist", "Karin", "1980-04-01").email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(level(item, "first_name")).isEqualTo(Agreement.SWAPPED);
    }

    @Test
    void typoInTheBirthDate() {
        PatientId patient = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        for (String date : List.of("1980-01-04", "1981-04-01", "1980-04-11", "1908-04-01")) {
            ReviewItem item = asked(newcomer("Karin", "Lindqvist", date).email("n@example.org"));
            assertThat(candidates(item)).as(date).containsExactly(patient);
        }
    }

    @Test
    void typoInTheNameAndAnotherEmail() {
        PatientId patient = practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                asked(newcomer("Karin", "Lindqwist", "1980-04-01").email("neu@example.org"));

        assertThat(candidates(item)).containsExactly(patient);
        assertThat(level(item, "last_name")).isEqualTo(Agreement.TYPO);
    }

    @Test
    void placeholderEmail() {
        practice.files(card("Karin", "Lindqvist", "1980-04-01").email("noreply@example.org"));

        Heard heard =
                practice.hears(
                        newcomer("Bruno", "Winterberg", "1961-12-24").email("noreply@example.org"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void placeholdersAreNoEvidence() {
        practice.files(Card.of("Unbekannt", "Unbekannt").born("1900-01-01"));

        Heard heard = practice.hears(newcomer("Unbekannt", "Unbekannt", "1900-01-01"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void secondBookingAccountOfOnePerson() {
        practice.hears(newcomer("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item = asked(newcomer("B2", "Karin", "Lindqvist", "1980-04-01"));

        assertThat(item.kind()).isEqualTo(Kind.ALREADY_LINKED);
    }

    @Test
    void twoCandidatesAlike() {
        PatientId one = practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01"));
        PatientId two = practice.files(Card.of("Karin", "Lindqvist").born("1980-04-01"));

        ReviewItem item = asked(newcomer("Karin", "Lindqvist", "1980-04-01"));

        assertThat(item.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(candidates(item)).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void aCommonNameProvesLessThanARareOne() {
        for (int i = 0; i < 100; i++) {
            practice.files(Card.of("Uwe", "Müller").born("19%02d-03-03".formatted(i)));
        }
        practice.files(Card.of("Uwe", "Oberhuber").born("1950-01-29"));

        Heard common = practice.hears(newcomer("B1", "Uwe", "Müller", "1961-07-17"));
        Heard rare = practice.hears(newcomer("B2", "Uwe", "Oberhuber", "1961-07-17"));

        assertThat(score(rare)).isGreaterThan(score(common));
    }

    @Test
    void whatIsConvincingAmongFewIsNotAmongMany() {
        double few = score(practice.hears(newcomer("B1", "Ada", "Adler", "1961-07-17")));
        Practice large = Practice.empty();
        for (int i = 0; i < 20; i++) {
            fill(large);
        }
        double many = score(large.hears(newcomer("B1", "Ada", "Adler", "1961-07-17")));

        assertThat(few).isGreaterThan(many);
    }

    @Test
    void eachFieldSaysWhatItWeighs() {
        practice.files(card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item = asked(newcomer("Karin", "Winterberg", "1980-04-01"));

        assertThat(item.candidates().getFirst().fields())
                .extracting(Comparison::field, Comparison::level)
                .containsExactly(
                        tuple("email", Agreement.SAME),
                        tuple("first_name", Agreement.SAME),
                        tuple("last_name", Agreement.DIFFERENT),
                        tuple("date_of_birth", Agreement.SAME));
        assertThat(item.candidates().getFirst().fields())
                .filteredOn(field -> field.level() == Agreement.DIFFERENT)
                .allMatch(field -> field.weight() < 0);
    }

    @Test
    void aNewPatientIsExplainedToo() {
        Heard heard = practice.hears(newcomer("Karin", "Lindqvist", "1980-04-01"));

        assertThat(heard.outcome()).isEqualTo("created");
        assertThat(heard.decision().entry().match()).get().matches(why -> why.patients() == 64);
    }

    private static double score(Heard heard) {
        return heard.decision().entry().match().orElseThrow().candidates().stream()
                .mapToDouble(candidate -> candidate.score().orElseThrow())
                .max()
                .orElse(0);
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
        fill(practice);
        return practice;
    }

    /** 64 people who have nothing to do with it. */
    private static void fill(Practice practice) {
        for (int i = 0; i < FIRST.size() * LAST.size(); i++) {
            practice.files(
                    Card.of(FIRST.get(i % FIRST.size()), LAST.get(i / FIRST.size()))
                            .email("patient" + i + "@example.org")
                            .born("19%02d-%02d-%02d".formatted(30 + i, 1 + i % 12, 1 + i % 28)));
        }
    }

    private static Card card(String first, String last, String born) {
        return Card.of(first, last).email("lindqvist@example.org").born(born);
    }

    private static Webhook newcomer(String first, String last, String born) {
        return newcomer("B1", first, last, born);
    }

    private static Webhook newcomer(String id, String first, String last, String born) {
        return Webhook.patientCreated(id)
                .named(first, last)
                .email("lindqvist@example.org")
                .born(born);
    }
}
