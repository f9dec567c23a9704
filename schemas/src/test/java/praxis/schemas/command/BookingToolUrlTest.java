package praxis.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where links may lead people, and where not. */
class BookingToolUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://termine.example.org",
                "https://termine.example.org/",
                "HTTPS://termine.example.org:8443/praxis/buchen?praxis=7&x=%20",
                "https://192.0.2.7/buchen",
            })
    void takesAddressesOfTheWeb(String text) {
        assertThat(BookingToolUrl.read(text)).map(BookingToolUrl::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "termine.example.org",
                "http://termine.example.org",
                "//termine.example.org",
                "https:termine.example.org",
                "https:///buchen",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://name@termine.example.org/",
                "https://name:secret@termine.example.org/",
                "https://termine.example.org/#oben",
                "https://termine.example.org/#",
                "https://termine.example.org:0/",
                "https://termine.example.org:70000/",
                "https://termine.example.org/a b",
                "https://termine.example.org/\n",
                "https://termine.example.org/\"onload=x",
                "https://termine.example.org/<script>",
                "https://termine.example.org\\@example.com/",
                "https://terminé.example.org/",
            })
    void refusesEverythingElse(String text) {
        assertThat(BookingToolUrl.read(text)).isEmpty();
    }

    @Test
    void isNeverLongerThanCanBeLinked() {
        String start = "https://termine.example.org/";
        String longest = start + "a".repeat(BookingToolUrl.LONGEST - start.length());
        assertThat(BookingToolUrl.read(longest)).isPresent();
        assertThat(BookingToolUrl.read(longest + "a")).isEmpty();
        assertThatThrownBy(() -> new BookingToolUrl(longest + "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("example.org");
    }
}
