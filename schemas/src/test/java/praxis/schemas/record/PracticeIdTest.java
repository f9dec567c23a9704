package praxis.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"default", "a", "0", "praxis-am-park", "7-"})
    void acceptsLowerCaseLettersDigitsAndHyphens(String id) {
        assertThat(PracticeId.isValid(id)).isTrue();
        assertThat(new PracticeId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "A", "ä", "a_b", "a.b", "a/b", "../a", "a b", "a\n", "a\0", "٣"})
    void refusesEverythingElse(String id) {
        assertThat(PracticeId.isValid(id)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PracticeId(id))
                .withMessage("not a practice id");
    }

    @Test
    void boundsItsLength() {
        assertThat(PracticeId.isValid("a".repeat(63))).isTrue();
        assertThat(PracticeId.isValid("a".repeat(64))).isFalse();
    }

    @Test
    void sortsByText() {
        assertThat(new PracticeId("a")).isLessThan(new PracticeId("b"));
    }
}
