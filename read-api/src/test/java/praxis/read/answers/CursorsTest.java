package praxis.read.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.record.Bytes;

import java.util.Base64;
import java.util.List;

class CursorsTest {
    private final Cursors cursors = new Cursors(Bytes.of(new byte[32]));

    @Test
    void opensWhatItSealed() {
        List<String> place = List.of("Öztürk", "", "Ana\u001fMaría", "🦴");
        assertThat(cursors.open("patients", cursors.seal("patients", place))).contains(place);
    }

    @Test
    void sealsTheSamePlaceAlike() {
        assertThat(cursors.seal("patients", List.of("Arnold")))
                .isEqualTo(cursors.seal("patients", List.of("Arnold")))
                .isNotEqualTo(cursors.seal("patients", List.of("Busch")));
    }

    @Test
    void hidesThePlace() {
        String cursor = cursors.seal("patients", List.of("Arnold"));
        assertThat(
                        new String(
                                Base64.getUrlDecoder().decode(cursor),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Arnold");
    }

    @Test
    void opensNoCursorOfAnotherListOrKey() {
        String cursor = cursors.seal("patients", List.of("Arnold"));
        assertThat(cursors.open("webhook-events", cursor)).isEmpty();
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new Cursors(Bytes.of(otherKey)).open("patients", cursor)).isEmpty();
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal("patients", List.of("Arnold")));
        for (int index = 0; index < bytes.length; index++) {
            byte[] changed = bytes.clone();
            changed[index] ^= 1;
            assertThat(
                            cursors.open(
                                    "patients",
                                    Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(changed)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "AAAA", "AAAAAAAAAAAAAAAA", "%%%", "' or true --", "===="})
    void opensNothingElse(String text) {
        assertThat(cursors.open("patients", text)).isEmpty();
        assertThat(cursors.open("patients", text.repeat(2_000))).isEmpty();
    }
}
