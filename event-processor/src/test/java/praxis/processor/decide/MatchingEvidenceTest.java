package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Agreement;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Comparison;

/** How much what is said of a newcomer proves, and that it is kept. */
class MatchingEvidenceTest {
    private final Practice practice = Practice.empty();

    @BeforeEach
    void otherPatients() {
        Desk.fill(practice);
    }

    @Test
    void aCommonNameProvesLessThanARareOne() {
        for (int i = 0; i < 100; i++) {
            practice.files(Card.of("Uwe", "Müller").born("19%02d-03-03".formatted(i)));
        }
        practice.files(Card.of("Uwe", "Oberhuber").born("1950-01-29"));

        Heard common = practice.hears(Desk.newcomer("B1", "Uwe", "Müller", "1961-07-17"));
        Heard rare = practice.hears(Desk.newcomer("B2", "Uwe", "Oberhuber", "1961-07-17"));

        assertThat(score(rare)).isGreaterThan(score(common));
    }

    @Test
    void whatIsConvincingAmongFewIsNotAmongMany() {
        double few = score(practice.hears(Desk.newcomer("B1", "Ada", "Adler", "1961-07-17")));
        Practice large = Practice.empty();
        for (int i = 0; i < 20; i++) {
            Desk.fill(large);
        }
        double many = score(large.hears(Desk.newcomer("B1", "Ada", "Adler", "1961-07-17")));

        assertThat(few).isGreaterThan(many);
    }

    @Test
    void eachFieldSaysWhatItWeighs() {
        practice.files(Desk.card("Karin", "Lindqvist", "1980-04-01"));

        ReviewItem item =
                practice.hears(Desk.newcomer("Karin", "Winterberg", "1980-04-01")).asked();

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
        Heard heard = practice.hears(Desk.newcomer("Karin", "Lindqvist", "1980-04-01"));

        assertThat(heard.outcome()).isEqualTo("created");
        assertThat(heard.decision().entry().match()).get().matches(why -> why.patients() == 64);
    }

    private static double score(Heard heard) {
        return heard.decision().entry().match().orElseThrow().candidates().stream()
                .mapToDouble(candidate -> candidate.score().orElseThrow())
                .max()
                .orElse(0);
    }
}
