package praxis.schemas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.nio.charset.StandardCharsets;
import java.util.Random;

class SecretEnvelopeTest {
    private static final PracticeId OTHER = new PracticeId("praxis-am-markt");
    private static final WebhookSecret SECRET = WebhookSecret.fresh(new Random(7));

    private final SecretEnvelope envelope = new SecretEnvelope(key(1));

    @Test
    void opensWhatItSealed() {
        assertThat(envelope.open(PracticeId.DEFAULT, sealed())).contains(SECRET);
    }

    @Test
    void opensForNoOtherPractice() {
        assertThat(envelope.open(OTHER, sealed())).isEmpty();
    }

    @Test
    void opensUnderNoOtherMainKey() {
        assertThat(new SecretEnvelope(key(2)).open(PracticeId.DEFAULT, sealed())).isEmpty();
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] sealed = sealed().toArray();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(envelope.open(PracticeId.DEFAULT, Bytes.of(changed))).isEmpty();
        }
        assertThat(envelope.open(PracticeId.DEFAULT, Bytes.of(new byte[0]))).isEmpty();
    }

    @Test
    void isNeverTheSameTwice() {
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void showsNothingOfTheSecret() {
        String seen = new String(sealed().toArray(), StandardCharsets.ISO_8859_1);

        assertThat(seen).doesNotContain(SECRET.reveal());
        assertThat(SECRET).hasToString("WebhookSecret[" + SECRET.fingerprint() + "]");
        assertThat(SECRET.reveal()).startsWith("whsec_").hasSize(6 + 44);
        assertThat(SECRET.fingerprint()).matches("[0-9a-f]{12}");
    }

    private Bytes sealed() {
        return envelope.seal(PracticeId.DEFAULT, SECRET);
    }

    private static Bytes key(int first) {
        byte[] key = new byte[SecretEnvelope.MAIN_KEY_BYTES];
        key[0] = (byte) first;
        return Bytes.of(key);
    }
}
