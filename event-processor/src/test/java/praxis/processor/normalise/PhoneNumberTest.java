package praxis.processor.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How phone numbers are read. */
class PhoneNumberTest {
    @Test
    void aNumberWithoutCountryIsGerman() {
        assertThat(PhoneNumber.e164("030 1234567")).contains("+49301234567");
        assertThat(PhoneNumber.e164("0171/234 56-78")).contains("+491712345678");
    }

    @Test
    void theCountryCanBeWrittenInTwoWays() {
        assertThat(PhoneNumber.e164("0043 1 5880")).isEqualTo(PhoneNumber.e164("+43 1 5880"));
        assertThat(PhoneNumber.e164("+49 (0)30 1234567")).contains("+49301234567");
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(PhoneNumber.e164("none")).isEmpty();
        assertThat(PhoneNumber.e164("")).isEmpty();
        assertThat(PhoneNumber.e164("\uD83D\uDCDE")).isEmpty();
    }
}
