package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

class SimulateApplicationTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysThatEverythingHolds() {
        assertThat(run("--seed 3 --seeds 20")).isZero();
        assertThat(out).asString().contains("20 seeds from 3 on").contains("everything holds");
    }

    @Test
    void tellsTheTraceHashOfOneSeed() {
        assertThat(run("--seed 3")).isZero();
        assertThat(out).asString().containsPattern("trace hash [0-9a-f]{16}");
    }

    @Test
    void endsWithOneWhereSomethingDoesNotHold() {
        assertThat(run("--seeds 100 --planted-bug STATUS_BEATS_TYPE")).isEqualTo(1);
        assertThat(out)
                .asString()
                .contains("EventTypeBeatsStatus")
                .containsPattern("simulate --seed \\d+ --planted-bug STATUS_BEATS_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed one", "--seeds 0", "--planted-bug NONE", "--sead 1", "now"})
    void refusesWhatItDoesNotUnderstand(String words) {
        assertThat(run(words)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err).asString().isNotBlank();
    }

    private int run(String words) {
        return new CommandLine(new SimulateApplication())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.split(" ", -1));
    }
}
