package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The well-known attack by a program that is not ours: closed in time, and others are answered. */
@ExtendWith(WithSandbox.class)
class SlowClientsIT {
    private static final Path WORK = Path.of("target", "slow").toAbsolutePath();
    private static final int CLIENTS = 300;
    private static final int PER_SECOND = 150;
    private static final int LONGEST_SECONDS = 30;

    /** The time of connecting, the promise, and the second in which the program looks. */
    private static final int ENDED_WITHIN_SECONDS = CLIENTS / PER_SECOND + 10 + 2;

    private static final Pattern ENDED =
            Pattern.compile("Test ended on (\\d+)(?:st|nd|rd|th) second");

    /** What is slow about them. */
    enum Attack {
        EDGE_HEADERS("-H -t POST"),
        EDGE_BODIES("-B -t POST -f application/json"),
        READ_HEADERS("-H -t GET"),
        READ_BODIES("-B -t POST");

        private final String options;

        Attack(String options) {
            this.options = options;
        }

        URI target(TestSandbox sandbox) {
            return name().startsWith("EDGE")
                    ? sandbox.sandbox().edges().getFirst().resolve("/api/webhooks/booking")
                    : sandbox.sandbox().read().resolve("/api/patients");
        }
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void areClosedWhileOthersAreAnswered(Attack attack, Practice practice, TestSandbox sandbox)
            throws Exception {
        assumeTrue(isThere(), "slowhttptest is not on the path");
        Process attacking = start(attack, sandbox);
        int answered = 0;
        while (attacking.isAlive()) {
            assertThat(practice.send(Told.event("ping").delivery()).isAccepted()).isTrue();
            assertThat(practice.read("/api/patients?limit=1").has("data")).isTrue();
            answered++;
        }
        String said = Files.readString(log(attack), StandardCharsets.UTF_8);
        assertThat(answered).isPositive();
        assertThat(said).contains("No open connections left");
        Matcher ended = ENDED.matcher(said);
        assertThat(ended.find()).as(said).isTrue();
        assertThat(Integer.parseInt(ended.group(1))).isLessThanOrEqualTo(ENDED_WITHIN_SECONDS);
    }

    private static Process start(Attack attack, TestSandbox sandbox) throws IOException {
        List<String> command = new ArrayList<>(List.of("slowhttptest"));
        command.addAll(List.of(attack.options.split(" ", -1)));
        command.addAll(
                List.of(
                        "-c", Integer.toString(CLIENTS),
                        "-r", Integer.toString(PER_SECOND),
                        "-i", "1",
                        "-x", "10",
                        "-l", Integer.toString(LONGEST_SECONDS),
                        "-u", attack.target(sandbox).toString()));
        Files.createDirectories(WORK);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(attack).toFile())
                .start();
    }

    private static Path log(Attack attack) {
        return WORK.resolve(attack + ".log");
    }

    private static boolean isThere() throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v slowhttptest").start().waitFor() == 0;
    }
}
