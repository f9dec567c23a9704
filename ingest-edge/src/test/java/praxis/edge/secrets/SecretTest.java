package praxis.edge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.PracticeId;

import java.util.Collections;
import java.util.Optional;

class SecretTest {
    private static final String TEXT = "whsec_" + "cHJheGlzIHRlc3Qgc2VjcmV0IG5vIG9uZSB1c2VzIQ==";

    /** As {@code sha256sum} computed it over label and secret. */
    @Test
    void hasFingerprintThatOthersCanRecompute() {
        assertThat(Secret.of(TEXT, Optional.empty()).fingerprint()).isEqualTo("4daf4e8cc94b");
    }

    @Test
    void doesNotShowItself() {
        assertThat(Secret.of(TEXT, Optional.empty())).hasToString("Secret[4daf4e8cc94b]");
    }

    @Test
    void isOneOfFiveAtMost() {
        Secret secret = Secret.of(TEXT, Optional.empty());

        assertThat(new SecretRing(Collections.nCopies(5, secret), true).secrets()).hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretRing(Collections.nCopies(6, secret), true));
    }

    @Test
    void belongsToPracticeDefaultAlone() {
        SecretRings rings = new EnvironmentSecretRings(Optional.of(TEXT));

        assertThat(rings.of(PracticeId.DEFAULT).secrets()).hasSize(1);
        assertThat(rings.of(new PracticeId("praxis-lindenhof"))).isEqualTo(SecretRing.EMPTY);
        assertThat(new EnvironmentSecretRings(Optional.empty()).of(PracticeId.DEFAULT))
                .isEqualTo(SecretRing.EMPTY);
    }
}
