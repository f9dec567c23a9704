package praxis.read.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void asksForEachWord() {
        assertThat(SearchWords.of("  Anna  Arnold ").patterns())
                .containsExactly("%Anna%", "%Arnold%");
    }

    @Test
    void takesWildcardsForData() {
        assertThat(SearchWords.of("100% a_b c\\d").patterns())
                .containsExactly("%100\\%%", "%a\\_b%", "%c\\\\d%");
    }

    @Test
    void asksForNothingWhereNothingIsTyped() {
        assertThat(SearchWords.of("  ").patterns()).isEmpty();
    }

    @Test
    void looksAtSoManyWordsAndNoMore() {
        assertThat(SearchWords.of("a ".repeat(100)).patterns()).hasSize(8);
    }

    @Test
    void keepsWordsOutOfTexts() {
        assertThat(SearchWords.of("Arnold").toString()).doesNotContain("Arnold");
    }
}
