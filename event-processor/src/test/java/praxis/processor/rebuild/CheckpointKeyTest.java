package praxis.processor.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Bytes;

import java.util.Base64;
import java.util.HexFormat;

class CheckpointKeyTest {
    private static final byte[] MESSAGE = {0x72};

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void signsAsTheStandardDoes() {
        CheckpointKey key =
                CheckpointKey.ofSeed(
                        hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(HexFormat.of().formatHex(key.sign(MESSAGE)))
                .isEqualTo(
                        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(key.publicKey())))
                .endsWith("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    }

    @Test
    void knowsItsOwnSignatureAndNoOther() {
        CheckpointKey ours = CheckpointKey.derivedFrom(Bytes.of(new byte[32]));
        CheckpointKey again = CheckpointKey.derivedFrom(Bytes.of(new byte[32]));
        CheckpointKey other = CheckpointKey.derivedFrom(Bytes.of(hex("01".repeat(32))));

        assertThat(again.hasSigned(MESSAGE, ours.sign(MESSAGE))).isTrue();
        assertThat(ours.hasSigned(MESSAGE, other.sign(MESSAGE))).isFalse();
        assertThat(ours.hasSigned(new byte[] {0x73}, ours.sign(MESSAGE))).isFalse();
        assertThat(ours.hasSigned(MESSAGE, new byte[3])).isFalse();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
