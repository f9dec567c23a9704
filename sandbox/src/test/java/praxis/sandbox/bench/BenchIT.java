package praxis.sandbox.bench;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Only that they run and what their answers look like: no figure is worth anything here. */
class BenchIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void measuresTheProcessorBesideItsLimit() throws Exception {
        JsonNode report =
                run("processor --json --rounds 1 --warm-up 0 --records 2000 --practices 3");
        assertThat(lines(report))
                .contains("limit, bare, median", "1 practice, median", "3 practices, median");
        assertThat(report.at("/settings/database").textValue()).contains("fsync=on");
        assertThat(report.at("/settings/broker").textValue()).contains("flush.messages=1");
    }

    @Test
    void measuresTheEdgeBesideItsFloor() throws Exception {
        JsonNode report = run("edge --json --rounds 1 --warm-up 1 --seconds 1 --connections 4");
        assertThat(lines(report)).contains("floor, median", "edge, median");
        report.at("/lines")
                .forEach(line -> assertThat(line.at("/figures/refused").intValue()).isZero());
    }

    @Test
    void measuresTheTimeUntilAnAppointmentIsVisible() throws Exception {
        JsonNode report = run("latency --json --rounds 1 --warm-up 1 --samples 3 --seconds 1");
        assertThat(lines(report))
                .contains(
                        "floor, idle, visible",
                        "webhook, idle, visible",
                        "webhook, half load, visible");
    }

    @Test
    void measuresHonestClientsBesideSlowOnes() throws Exception {
        JsonNode report =
                run("slow --json --rounds 1 --warm-up 1 --seconds 1 --clients 20 --rate 50");
        assertThat(lines(report))
                .contains(
                        "edge alone, round 1",
                        "edge beside idle ones, round 1",
                        "edge beside slow clients, round 1",
                        "read API alone, round 1",
                        "read API beside idle ones, round 1",
                        "read API beside slow clients, round 1");
        report.at("/lines")
                .forEach(line -> assertThat(line.at("/figures/refused").intValue()).isZero());
    }

    @Test
    void measuresWhatNewcomersCostAsPracticesGrow() throws Exception {
        JsonNode report = run("matching --json --rounds 1 --sizes 50,500 --events 40");
        assertThat(lines(report)).contains("50 patients, median", "500 patients, median");
        assertThat(report.at("/lines"))
                .allSatisfy(
                        line -> assertThat(line.at("/figures/patients").intValue()).isPositive());
    }

    private JsonNode run(String words) throws Exception {
        Surroundings surroundings =
                new Surroundings(new SandboxFiles(ROOT, data), JAVA, InstantSource.system());
        CommandLine bench =
                BenchCommand.commandLine(surroundings)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        assertThat(bench.execute(words.split(" ", -1))).as(() -> "said: " + err).isZero();
        assertThat(data.resolve("bench")).satisfies(BenchIT::holdsNoData);
        return StrictJson.parse(out.toString().strip().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static void holdsNoData(Path bench) throws Exception {
        try (Stream<Path> left = Files.list(bench)) {
            assertThat(left.map(each -> each.getFileName().toString())).containsOnly("lock");
        }
    }

    private static Stream<String> lines(JsonNode report) {
        return report.at("/lines").valueStream().map(line -> line.get("what").textValue());
    }
}
