package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingState;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;

import java.time.LocalDate;
import java.util.List;

/** A key that too many bear gives way to finer ones, and to a question where these do not help. */
class FinerKeysTest {
    private static final int TOO_MANY = BookingState.MAXIMUM_CANDIDATES + 1;
    private static final String DAY = "1975-06-01";
    private static final List<String> SYLLABLES =
            List.of("bo", "ter", "lin", "kas", "rum", "fen", "mag", "sol");

    private final Practice practice = Practice.empty();

    @Test
    void someoneBornOnACrowdedDayIsFoundByOneOfBothNames() {
        crowdBornOn(DAY);
        manyCalled("Annegret");
        PatientId own = practice.files(Card.of("Annegret", "Sommerfeld").born(DAY));

        ReviewItem item = asked(newcomer("Annegret", "Winterberg").born(DAY));

        assertThat(item.candidates()).extracting(Candidate::patient).contains(own);
    }

    @Test
    void someoneElseBornOnACrowdedDayIsCreated() {
        crowdBornOn(DAY);

        Heard heard = practice.hears(newcomer("Annegret", "Winterberg").born(DAY));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void oneOfManyOfOneNameWithABirthDateOfTheirOwnIsCreated() {
        manyOfOneName(LocalDate.of(1930, 1, 1), 97);

        Heard heard = practice.hears(newcomer("Thomas", "Berger").born("2003-11-23"));

        assertThat(heard.outcome()).isEqualTo("created");
    }

    @Test
    void whereFinerKeysAreCrowdedTooAPersonIsAsked() {
        manyOfOneName(LocalDate.of(1980, 1, 1), 1);
        int before = practice.patients();

        ReviewItem item = asked(newcomer("Thomas", "Berger").born("1980-12-23"));

        assertThat(item.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(practice.patients()).isEqualTo(before);
    }

    private void crowdBornOn(String day) {
        for (int i = 0; i < TOO_MANY; i++) {
            practice.files(Card.of("Wo" + sound(i), "Da" + sound(i)).born(day));
        }
    }

    /** So that the name alone finds nobody. */
    private void manyCalled(String first) {
        for (int i = 0; i <= BookingState.RARE_NAME; i++) {
            practice.files(Card.of(first, "Da" + sound(i)).born("19%02d-02-03".formatted(30 + i)));
        }
    }

    private void manyOfOneName(LocalDate oldest, int daysBetween) {
        for (int i = 0; i < TOO_MANY; i++) {
            String born = oldest.plusDays((long) i * daysBetween).toString();
            practice.files(Card.of("Thomas", "Berger").born(born));
        }
    }

    private static Webhook newcomer(String first, String last) {
        return Webhook.patientCreated("B1").named(first, last).email("neu@example.org");
    }

    private ReviewItem asked(Webhook webhook) {
        Heard heard = practice.hears(webhook);
        assertThat(heard.outcome()).isEqualTo("needs_review");
        return heard.asked();
    }

    /** Another one for each number. */
    private static String sound(int number) {
        return SYLLABLES.get(number % 8)
                + SYLLABLES.get(number / 8 % 8)
                + SYLLABLES.get(number / 64 % 8);
    }
}
