package praxis.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import praxis.sandbox.command.Surroundings;
import praxis.sandbox.system.SandboxFiles;
import praxis.schemas.json.StrictJson;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** Two minutes of chaos: what must hold holds, whatever was broken. No figure is judged here. */
class ChaosIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void losesNothingAndDoublesNothingWhateverBreaks() {
        run("--minutes", "2", "--json");

        JsonNode report =
                StrictJson.parse(out.toString().strip().getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();
        assertThat(report.path("lost").asInt()).as(this::said).isZero();
        assertThat(report.path("twice").asInt()).as(this::said).isZero();
        assertThat(report.path("out_of_order").asInt()).as(this::said).isZero();
        assertThat(report.path("verified").asBoolean()).as(this::said).isTrue();
        assertThat(report.at("/answers/never").asInt()).as(this::said).isZero();
        assertThat(report.at("/lag/settled").isNumber()).as(this::said).isTrue();
        assertThat(report.at("/readers/served_afterwards").asBoolean()).as(this::said).isTrue();
        assertThat(report.path("died").asInt()).as(this::said).isZero();
        assertThat(report.path("not_back").asInt()).as(this::said).isZero();
        assertThat(report.path("acknowledged").asInt()).as(this::said).isPositive();
        assertThat(report.path("faults")).as(this::said).hasSizeGreaterThan(5);
    }

    /** Its exit code also tells of late answers, which is for a run on a machine of its own. */
    private void run(String... words) {
        Surroundings surroundings =
                new Surroundings(new SandboxFiles(ROOT, data), JAVA, InstantSource.system());
        int exitCode =
                new CommandLine(new ChaosCommand(surroundings))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(words);
        assertThat(exitCode).as(this::said).isIn(0, 1);
    }

    private String said() {
        return out + "\n" + err;
    }
}
