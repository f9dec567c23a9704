package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.CrashAttempt.Occasion;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The processor as a process of its own dies at every point that it passes, while several
 * partitions bring records of all kinds. Takes minutes: run by {@code .ci/crash-points}, and not
 * with the other tests, which have {@link CrashPointSampleIT}.
 */
class EveryCrashPoint {
    @TempDir Path directory;

    @Test
    void losesNothingAndDoublesNothing(TestReporter reporter) throws SQLException {
        try (CrashGround ground = new CrashGround(directory)) {
            CrashTrial trial = new CrashTrial(ground);
            Set<CrashAttempt> all = trial.learn();
            for (CrashAttempt attempt : CrashTrial.mixed(all)) {
                assertThat(trial.die(attempt)).as(attempt.toString()).isTrue();
            }
            List<String> onlyOnce = new ArrayList<>();
            for (String point : trial.news()) {
                if (!trial.die(new CrashAttempt(point, Occasion.UNDER_TRAFFIC))) {
                    onlyOnce.add(point);
                }
            }
            trial.end();
            reporter.publishEntry(
                    "%d deaths at as many crash points, %d records; passed by chance, and not again: %s"
                            .formatted(trial.deaths().size(), ground.sent(), onlyOnce));
            assertThat(all).hasSizeGreaterThan(60);
        }
    }
}
