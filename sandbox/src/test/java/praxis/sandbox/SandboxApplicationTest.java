package praxis.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import praxis.sandbox.command.Surroundings;
import praxis.sandbox.system.SandboxFiles;
import praxis.sandbox.system.SandboxLock;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

class SandboxApplicationTest {
    private static final int TROUBLE = 1;
    private static final int WRONG_USAGE = 2;

    @TempDir Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SandboxFiles files = new SandboxFiles(Path.of(""), Path.of(""));

    @BeforeEach
    void useEmptyDirectory() {
        files = new SandboxFiles(root, root.resolve(".sandbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"send ping", "token --role admin", "verify", "tail dead-letter"})
    void saysThatTheSandboxIsNotRunning(String words) {
        assertThat(run(words)).isEqualTo(TROUBLE);
        assertThat(err)
                .asString()
                .isEqualToIgnoringNewLines(
                        "The sandbox is not running. Start it with ./praxis up in another"
                                + " terminal.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upp",
                "up --edgs 2",
                "up --edges two",
                "up now",
                "token",
                "token --role king",
                "token --role admin --practice Großpraxis",
                "send",
                "send ping --scheme morse",
                "send ping --note",
                "send ping -x y",
                "send ping --practice Großpraxis",
                "tail",
                "tail inbound",
                "tail needs-review --count 0",
                "chaos --minutes 0",
                "chaos --minutes ten",
                "chaos --seed",
                "chaos now",
                "simulate --seed one",
                "simulate --seeds 0",
                "simulate now",
                "judge --seeds 0",
                "judge --patients 10 --returning 11",
                "population",
                "population --patients 0 --out none.csv",
                "population --patients 10 --returning 11 --out none.csv"
            })
    void refusesWhatItDoesNotUnderstand(String words) {
        assertThat(run(words)).isEqualTo(WRONG_USAGE);
        assertThat(err).asString().isNotBlank();
    }

    @Test
    void saysThatTheSimulationIsNotBuilt() {
        assertThat(run("simulate --seed 7")).isEqualTo(TROUBLE);
        assertThat(err)
                .asString()
                .isEqualToIgnoringNewLines(
                        "The simulation is not built. ./praxis simulate builds it.");
    }

    @Test
    void saysThatTheMatcherIsNotBuilt() {
        assertThat(run("match evaluate --help")).isEqualTo(TROUBLE);
        assertThat(err).asString().contains("event-processor.jar is missing");
    }

    @Test
    void refusesToStartTwice() {
        try (SandboxLock lock = SandboxLock.take(files)) {
            assertThat(lock).isNotNull();
            assertThat(run("up")).isEqualTo(TROUBLE);
            assertThat(err).asString().contains("A sandbox is already running here");
        }
    }

    @Test
    void refusesMoreInstancesThanItHasPortsFor() {
        assertThat(run("up --edges 99")).isEqualTo(TROUBLE);
        assertThat(err).asString().contains("One to 9 edges and processors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "help up",
                "up --help",
                "send --help",
                "help token",
                "chaos --help",
                "help simulate",
                "help env",
                "tail --help",
                "help population",
                "help judge",
                "match --help"
            })
    void explainsItself(String words) {
        assertThat(run(words)).isZero();
        assertThat(out).asString().contains("Usage: ./praxis");
    }

    @Test
    void writesPopulation() throws IOException {
        Path file = root.resolve("population.csv");
        assertThat(
                        run(
                                "population --patients 30 --returning 5 --newcomers 2 --seed 1"
                                        + " --out "
                                        + file))
                .isZero();
        assertThat(Files.readAllLines(file)).hasSize(1 + 30 + 5 + 2);
    }

    @Test
    void saysThatFileCannotBeWritten() {
        assertThat(run("population --out " + root)).isEqualTo(TROUBLE);
        assertThat(err).asString().startsWith("Cannot write ");
    }

    private int run(String words) {
        CommandLine praxis =
                SandboxApplication.commandLine(
                        new Surroundings(files, Path.of("java"), InstantSource.system()));
        return praxis.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.split(" ", -1));
    }
}
