package praxis.processor.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.processor.model.Agreement;
import praxis.processor.normalise.PersonName;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

/** How well names agree. */
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Müller,              MUELLER,          SAME",
        "Müller-Lüdenscheidt, Mueller Luedenscheidt, SAME",
        "O'Brien,             OBRIEN,           SAME",
        "Çelik,               Celik,            SAME",
        "Иван,                ИВАН,             SAME",
        "Hartmut,             Hartmhut,         TYPO",
        "Brandt,              Barndt,           TYPO",
        "Ýlmaz,               Yilmaz,           TYPO",
        "Hoffmann,            Hofmman,          SIMILAR",
        "Meyer,               Maier,            SIMILAR",
        "Müller-Lüdenscheidt, Müller,           PART",
        "von der Heide,       Heide,            PART",
        "Nguyen Thi,          Nguyen,           PART",
        "Alexander,           Alex,             PART",
        "Ida,                 I,                INITIAL",
        "Ida,                 A,                DIFFERENT",
        "Tim,                 Tom,              DIFFERENT",
        "Brandt,              Winterberg,       DIFFERENT",
        "Иван,                Олег,             DIFFERENT",
    })
    void agree(String one, String other, Agreement level) {
        assertThat(Names.compare(PersonName.of(one), PersonName.of(other))).isEqualTo(level);
        assertThat(Names.compare(PersonName.of(other), PersonName.of(one))).isEqualTo(level);
    }

    @Test
    void firstAndLastNameMayStandInEachOthersPlace() {
        assertThat(Names.compare(person("Brandt", "Ida"), person("Ida", "Brandt")))
                .isEqualTo(new Names(Agreement.SWAPPED, Agreement.SWAPPED));
        assertThat(Names.compare(person("Brandt", "Wilhelmine"), person("Wilhelmina", "Brandt")))
                .isEqualTo(new Names(Agreement.SWAPPED, Agreement.SWAPPED));
    }

    @Test
    void whatIsNotKnownSaysNothing() {
        assertThat(Names.compare(person("Ida", ""), person("Ida", "Brandt")))
                .isEqualTo(new Names(Agreement.SAME, Agreement.UNKNOWN));
        assertThat(Names.compare(person("Ida", "Unbekannt"), person("Ida", "Brandt")))
                .isEqualTo(new Names(Agreement.SAME, Agreement.UNKNOWN));
    }

    private static Person person(String first, String last) {
        return Person.of(
                new PatientFields(
                        Field.absent(),
                        Field.of(first),
                        Field.of(last),
                        Field.absent(),
                        Field.absent(),
                        Field.absent()));
    }
}
