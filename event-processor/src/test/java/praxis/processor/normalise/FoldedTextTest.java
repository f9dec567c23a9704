package praxis.processor.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as the same spelling. */
class FoldedTextTest {
    @Test
    void umlautsAreSpelledOut() {
        assertThat(FoldedText.of("Müller")).isEqualTo(FoldedText.of("MUELLER"));
        assertThat(FoldedText.of("Weiß")).isEqualTo(FoldedText.of("Weiss"));
        assertThat(FoldedText.of("WEIẞ")).isEqualTo(FoldedText.of("Weiss"));
        assertThat(FoldedText.of("Jäger")).isNotEqualTo(FoldedText.of("Jager"));
    }

    @Test
    void umlautsMadeOfTwoCharactersAreTheSame() {
        assertThat(FoldedText.of("Mu\u0308ller")).isEqualTo(FoldedText.of("Müller"));
    }

    @Test
    void accentsAreDropped() {
        assertThat(FoldedText.of("Renée")).isEqualTo(FoldedText.of("RENEE"));
        assertThat(FoldedText.of("İpek")).isEqualTo(FoldedText.of("ipek"));
    }

    @Test
    void hyphensSpacesAndApostrophesAreDropped() {
        assertThat(FoldedText.of("Müller-Lüdenscheidt"))
                .isEqualTo(FoldedText.of("Mueller Luedenscheidt"));
        assertThat(FoldedText.of("O’Neill")).isEqualTo(FoldedText.of("ONeill"));
    }

    @Test
    void namesInOtherScriptsStayApart() {
        assertThat(FoldedText.of("Иван")).isNotEmpty().isNotEqualTo("ivan");
    }

    @Test
    void lettersThatAreNoAccentedOnesAreSpelledOut() {
        assertThat(FoldedText.of("Łukasz Sørensen")).isEqualTo("lukaszsoerensen");
        assertThat(FoldedText.of("Yıldız")).isEqualTo(FoldedText.of("YILDIZ"));
        assertThat(FoldedText.of("Çelik")).isEqualTo("celik");
        assertThat(FoldedText.of("Ýlmaz")).isEqualTo("ylmaz");
    }

    @Test
    void whatIsNoLetterIsNothing() {
        assertThat(FoldedText.of("\uD83E\uDDB7")).isEmpty();
        assertThat(FoldedText.of("Ida \uD83E\uDDB7")).isEqualTo("ida");
        assertThat(FoldedText.of("")).isEmpty();
    }
}
