package praxis.processor.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.processor.model.Agreement;

import java.time.LocalDate;
import java.util.Optional;

/** How well birth dates agree. */
class BirthsTest {
    @ParameterizedTest
    @CsvSource({
        "1975-06-01, 1975-06-01, SAME",
        "1975-06-01, 1975-01-06, SWAPPED",
        "1975-06-01, 1957-06-01, TYPO",
        "1975-06-01, 1976-06-01, TYPO",
        "1975-06-01, 1975-06-11, TYPO",
        "1975-06-12, 1975-06-21, TYPO",
        "1975-06-01, 1948-06-01, PARTLY",
        "1975-06-01, 1975-11-01, PARTLY",
        "1975-06-13, 1975-06-29, PARTLY",
        "1975-06-01, 1948-06-13, DIFFERENT",
        "1975-06-01, 1948-11-29, DIFFERENT",
    })
    void agree(LocalDate one, LocalDate other, Agreement level) {
        assertThat(Births.compare(one, other).level()).isEqualTo(level);
        assertThat(Births.compare(other, one).level()).isEqualTo(level);
    }

    @Test
    void oneThatIsNotKnownSaysNothing() {
        assertThat(Births.compare(Optional.empty(), Optional.of(LocalDate.EPOCH)).level())
                .isEqualTo(Agreement.UNKNOWN);
    }
}
