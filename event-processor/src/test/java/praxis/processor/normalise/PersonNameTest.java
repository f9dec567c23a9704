package praxis.processor.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a name is made of, and how it sounds. */
class PersonNameTest {
    @Test
    void aDoubleNameHasTwoWords() {
        assertThat(PersonName.of("Müller-Lüdenscheidt").words())
                .containsExactly("mueller", "luedenscheidt");
        assertThat(PersonName.of("Hans Peter").words()).containsExactly("hans", "peter");
    }

    @Test
    void particlesAndTitlesAreNoWords() {
        assertThat(PersonName.of("von der Heide").words()).containsExactly("heide");
        assertThat(PersonName.of("Dr. Brandt").words()).containsExactly("brandt");
        assertThat(PersonName.of("De La Cruz").words()).containsExactly("cruz");
    }

    @Test
    void aNameOfParticlesAloneIsAName() {
        assertThat(PersonName.of("De").words()).containsExactly("de");
        assertThat(PersonName.of("Van Der").words()).containsExactly("van", "der");
    }

    @Test
    void theWholeNameKeepsItsParticles() {
        assertThat(PersonName.of("von der Heide").folded()).isEqualTo("vonderheide");
    }

    @Test
    void anApostrophePartsNoWord() {
        assertThat(PersonName.of("O'Brien").words()).containsExactly("obrien");
        assertThat(PersonName.of("O’Brien")).isEqualTo(PersonName.of("O'Brien"));
    }

    @Test
    void soundsAreThoseOfTheWords() {
        assertThat(PersonName.of("Meyer").sounds()).isEqualTo(PersonName.of("Maier").sounds());
        assertThat(PersonName.of("Schmidt").sounds()).isEqualTo(PersonName.of("Schmitt").sounds());
        assertThat(PersonName.of("Müller").sounds()).isEqualTo(PersonName.of("MUELLER").sounds());
        assertThat(PersonName.of("Nguyen Thi").sounds()).hasSize(2);
    }

    @Test
    void whatHasNoSoundStandsForItself() {
        assertThat(PersonName.of("Иван").sounds()).containsExactly("иван");
        assertThat(PersonName.of("H").sounds()).containsExactly("h");
    }

    @Test
    void nothingButAnEmojiIsNoName() {
        assertThat(PersonName.of("\uD83E\uDDB7").isEmpty()).isTrue();
        assertThat(PersonName.of("\uD83E\uDDB7").words()).isEmpty();
    }

    @Test
    void ofManyWordsTwoCount() {
        assertThat(PersonName.of("Maria del Carmen Pilar Lopez").countedWords())
                .containsExactly("maria", "carmen");
    }

    @Test
    void showsNothing() {
        assertThat(PersonName.of("Brandt")).asString().doesNotContainIgnoringCase("brandt");
    }
}
