package praxis.edge.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {
    @Test
    void makesValidOnesFromRandomBytes() {
        byte[] random = new byte[2 + Traceparent.RANDOM_BYTES];
        random[2] = 1;
        random[2 + 16] = 2;

        assertThat(Traceparent.of(random, 2))
                .isEqualTo("00-01000000000000000000000000000000-0200000000000000-01")
                .matches(Traceparent::isValid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x"
            })
    void knowsInvalidOnes(String value) {
        assertThat(Traceparent.isValid(value)).isFalse();
    }
}
