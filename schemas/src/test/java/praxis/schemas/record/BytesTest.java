package praxis.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {
    private static final Bytes BYTES = Bytes.of(new byte[] {0, -1, 16});

    @Test
    void equalsByContent() {
        assertThat(BYTES)
                .isEqualTo(Bytes.of(new byte[] {0, -1, 16}))
                .hasSameHashCodeAs(Bytes.of(new byte[] {0, -1, 16}))
                .isNotEqualTo(Bytes.of(new byte[] {0, -1}));
    }

    @Test
    void showsContentOnlyWhenAsked() {
        assertThat(BYTES).hasToString("3 bytes");
        assertThat(BYTES.toHex()).isEqualTo("00ff10");
        assertThat(BYTES.length()).isEqualTo(3);
    }
}
