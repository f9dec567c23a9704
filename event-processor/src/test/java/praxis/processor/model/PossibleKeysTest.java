package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Whatever a run of events makes of the facts, its keys were foreseen. */
class PossibleKeysTest {
    private static final PatientFields NONE = PatientFields.none();

    @Test
    void foreseesNothingWhereNothingIsKnown() {
        assertThat(PossibleKeys.of(NONE, List.of())).isEmpty();
        assertThat(PossibleKeys.of(NONE, List.of(NONE, NONE))).isEmpty();
    }

    @Test
    void foreseesThatEventsAreDuplicatesOrRefused() {
        assertThat(PossibleKeys.of(email("a@example.org"), List.of(email("b@example.org"))))
                .containsExactlyInAnyOrder(
                        new MatchKey("email:a@example.org"), new MatchKey("email:b@example.org"));
    }

    @Test
    void foreseesFactsThatOnlySeveralEventsTogetherComplete() {
        PatientFields first = person(Field.of("Käthe"), Field.absent(), Field.absent());
        PatientFields last = person(Field.absent(), Field.of("Groß"), Field.absent());
        PatientFields born = person(Field.absent(), Field.absent(), birth(1950));
        assertThat(PossibleKeys.of(NONE, List.of(first, last)))
                .isEqualTo(keys("Käthe", "Groß", Field.absent()));
        assertThat(PossibleKeys.of(NONE, List.of(born, last, first)))
                .containsAll(keys("Käthe", "Groß", birth(1950)));
    }

    @Test
    void foreseesThatStaleEventFillsWhatWasNeverSaid() {
        PatientFields stored = person(Field.of("Käthe"), Field.of("Groß"), Field.absent());
        PatientFields stale = person(Field.of("Kathrin"), Field.of("Klein"), birth(1951));
        assertThat(PossibleKeys.of(stored, List.of(stale)))
                .containsAll(keys("Käthe", "Groß", birth(1951)))
                .containsAll(keys("Kathrin", "Klein", birth(1951)));
    }

    @Test
    void foreseesThatClearedFieldIsSetAgain() {
        PatientFields stored = person(Field.of("Käthe"), Field.of("Groß"), birth(1950));
        PatientFields cleared = person(Field.absent(), Field.cleared(), Field.absent());
        PatientFields again = person(Field.absent(), Field.of("Klein"), Field.absent());
        assertThat(PossibleKeys.of(stored, List.of(cleared, again)))
                .containsAll(keys("Käthe", "Groß", birth(1950)))
                .containsAll(keys("Käthe", "Klein", birth(1950)));
    }

    @Test
    void takesPlaceholdersForAbsent() {
        PatientFields stored = person(Field.of("Käthe"), Field.of("Groß"), birth(1950));
        PatientFields placeholder = person(Field.absent(), Field.of("Unbekannt"), birth(1951));
        assertThat(PossibleKeys.of(stored, List.of(placeholder, email("noreply@example.org"))))
                .isEqualTo(
                        union(
                                keys("Käthe", "Groß", birth(1950)),
                                keys("Käthe", "Groß", birth(1951))));
    }

    /** Folds as a decider may, in each of the ways that it may, and looks up what it would. */
    @Test
    void foreseesEveryFoldOfRandomEvents() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            PatientFields stored = random(random);
            List<PatientFields> events = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                events.add(random(random));
            }
            Set<MatchKey> foreseen = PossibleKeys.of(stored, events);
            PatientFields facts = stored;
            for (PatientFields event : events) {
                PatientFields said = Placeholders.dropFrom(event);
                facts =
                        switch (random.nextInt(3)) {
                            case 0 -> facts;
                            case 1 -> said.over(facts);
                            default -> facts.over(said);
                        };
                assertThat(foreseen).as("seed %d", seed).containsAll(MatchKeys.of(facts));
                assertThat(PossibleKeys.counted(stored, events))
                        .as("seed %d", seed)
                        .containsAll(Counted.of(facts));
            }
        }
    }

    @Test
    void staysSmallHoweverTheEventsDiffer() {
        List<PatientFields> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(
                    switch (i % 3) {
                        case 0 -> person(Field.of("Vorname" + i), Field.absent(), Field.absent());
                        case 1 -> person(Field.absent(), Field.of("Nachname" + i), Field.absent());
                        default -> person(Field.absent(), Field.absent(), birth(1950 + i));
                    });
        }
        assertThat(PossibleKeys.of(NONE, events)).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void foreseesWhichNamesWillBeCounted() {
        PatientFields stored = person(Field.of("Käthe"), Field.absent(), Field.absent());
        PatientFields said = person(Field.absent(), Field.of("Groß"), Field.absent());
        assertThat(PossibleKeys.counted(stored, List.of(said)))
                .contains(Counted.PATIENT, Counted.firstName("kaethe"), Counted.lastName("gross"));
    }

    private static Set<MatchKey> keys(String first, String last, Field<LocalDate> born) {
        return MatchKeys.of(person(Field.of(first), Field.of(last), born));
    }

    private static Set<MatchKey> union(Set<MatchKey> one, Set<MatchKey> other) {
        Set<MatchKey> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static PatientFields random(Random random) {
        return new PatientFields(
                field(random, "a@example.org", "B@example.org", "unknown@example.org"),
                field(random, "Käthe", "Kathrin", "Unbekannt"),
                field(random, "Groß", "Klein", "xxx"),
                field(random, "030 1234567", "0171 2345678", "0"),
                field(random, "1950", "1951", "1900").map(year -> date(Integer.parseInt(year))),
                NONE.gender());
    }

    private static Field<String> field(Random random, String... values) {
        int pick = random.nextInt(values.length + 2);
        if (pick < values.length) {
            return Field.of(values[pick]);
        }
        return pick == values.length ? Field.absent() : Field.cleared();
    }

    private static PatientFields email(String email) {
        return new PatientFields(
                Field.of(email),
                NONE.firstName(),
                NONE.lastName(),
                NONE.phone(),
                NONE.dateOfBirth(),
                NONE.gender());
    }

    private static PatientFields person(
            Field<String> first, Field<String> last, Field<LocalDate> birth) {
        return new PatientFields(NONE.email(), first, last, NONE.phone(), birth, NONE.gender());
    }

    private static Field<LocalDate> birth(int year) {
        return Field.of(date(year));
    }

    private static LocalDate date(int year) {
        return year == 1900 ? LocalDate.of(1900, 1, 1) : LocalDate.of(year, 5, 6);
    }
}
