package praxis.processor.handle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLengthsTest {
    private final RunLengths lengths = new RunLengths();

    @Test
    void startsWithTheLongest() {
        assertThat(lengths.most()).isEqualTo(Runs.MOST_RECORDS);
    }

    @Test
    void halvesWhatWasTooLong() {
        lengths.wasTooLong(2_000);
        assertThat(lengths.most()).isEqualTo(1_000);
        lengths.wasTooLong(3);
        lengths.wasTooLong(1);
        assertThat(lengths.most()).isEqualTo(1);
    }

    @Test
    void growsSlowlyAgainWhereTheLongestWentWell() {
        lengths.wasTooLong(1_600);
        lengths.wentWell(799);
        assertThat(lengths.most()).isEqualTo(800);
        lengths.wentWell(800);
        assertThat(lengths.most()).isEqualTo(901);
        for (int i = 0; i < 50; i++) {
            lengths.wentWell(lengths.most());
        }
        assertThat(lengths.most()).isEqualTo(Runs.MOST_RECORDS);
    }
}
