package praxis.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.sandbox.SandboxApplication;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.system.SandboxFiles;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;

/** Few seeds of the fifty that {@code ./praxis judge --seed 1 --seeds 50} tries. */
class MatcherQualityIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final StringWriter said = new StringWriter();

    @Test
    void linksNobodyWronglyFindsThoseWhoReturnAndAsksLittleAboutStrangers() {
        Surroundings surroundings =
                new Surroundings(
                        new SandboxFiles(ROOT, ROOT.resolve(".sandbox")),
                        JAVA,
                        InstantSource.system());
        int code =
                SandboxApplication.commandLine(surroundings)
                        .setOut(new PrintWriter(said, true))
                        .setErr(new PrintWriter(said, true))
                        .execute("judge", "--seed", "1", "--seeds", "5");
        assertThat(code).as(() -> "said: " + said).isZero();
    }
}
