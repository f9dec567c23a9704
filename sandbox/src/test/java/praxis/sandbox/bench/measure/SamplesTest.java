package praxis.sandbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.List;

class SamplesTest {
    @Test
    void takesTimesThatWereReallyMeasured() {
        Samples samples = new Samples();
        for (int millis = 5_000; millis >= 1; millis--) {
            samples.add(millis * 1_000_000L);
        }
        assertThat(samples.distribution()).isEqualTo(new Distribution(2_500, 4_500, 4_950, 5_000));
    }

    @Test
    void saysThatNothingWasMeasured() {
        assertThatIllegalStateException().isThrownBy(() -> new Samples().distribution());
    }

    @Test
    void takesTheMiddleOfRounds() {
        assertThat(Median.of(List.of(7.0, 1.0, 100.0))).isEqualTo(7);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    }
}
