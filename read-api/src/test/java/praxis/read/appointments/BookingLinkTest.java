package praxis.read.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookingLinkTest {
    private static final String TOOL = "https://tool.example.org/buchen";

    @Test
    void fillsTheNameIn() {
        assertThat(BookingLink.to(TOOL, "Anna", "Müller-Lüdenscheidt"))
                .isEqualTo(TOOL + "?patient=Anna%20M%C3%BCller-L%C3%BCdenscheidt");
    }

    @Test
    void letsNothingOfTheNameBecomePartOfTheAddress() {
        assertThat(BookingLink.to(TOOL, "A&b=c#d?/\"<", "+ %"))
                .isEqualTo(TOOL + "?patient=A%26b%3Dc%23d%3F%2F%22%3C%20%2B%20%25");
    }

    @Test
    void keepsWhatTheAddressHasAlready() {
        assertThat(BookingLink.to(TOOL + "?ort=nord", "Anna", null))
                .isEqualTo(TOOL + "?ort=nord&patient=Anna");
        assertThat(BookingLink.to(TOOL + "#neu", "Anna", null))
                .isEqualTo(TOOL + "?patient=Anna#neu");
    }

    @Test
    void leadsNowhereWithoutTool() {
        assertThat(BookingLink.to(null, "Anna", "Arnold")).isNull();
        assertThat(BookingLink.to(" ", "Anna", "Arnold")).isNull();
    }

    @Test
    void inventsNoName() {
        assertThat(BookingLink.to(TOOL, null, " ")).isEqualTo(TOOL);
        assertThat(BookingLink.to(TOOL, null, "Arnold")).isEqualTo(TOOL + "?patient=Arnold");
    }
}
