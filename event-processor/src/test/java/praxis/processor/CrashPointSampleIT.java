package praxis.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The processor as a process of its own dies at one point of each kind, another one in each run,
 * while several partitions bring records of all kinds. {@link EveryCrashPoint} tries all of them.
 */
class CrashPointSampleIT {
    private static final String SEED = "praxis.crash.seed";

    @TempDir Path directory;

    @Test
    void losesNothingAndDoublesNothingAtOnePointOfEachKind(TestReporter reporter)
            throws SQLException {
        long seed = Long.getLong(SEED, System.nanoTime());
        try (CrashGround ground = new CrashGround(directory)) {
            CrashTrial trial = new CrashTrial(ground);
            Set<CrashAttempt> all = trial.learn();
            for (CrashAttempt attempt : oneOfEachKind(all, seed)) {
                assertThat(trial.die(attempt)).as("%s, -D%s=%d", attempt, SEED, seed).isTrue();
            }
            trial.end();
            reporter.publishEntry(
                    "%d of %d crash points, one of each kind; %d records; -D%s=%d: %s"
                            .formatted(
                                    trial.deaths().size(),
                                    all.size(),
                                    ground.sent(),
                                    SEED,
                                    seed,
                                    trial.deaths()));
        }
    }

    private static Collection<CrashAttempt> oneOfEachKind(Set<CrashAttempt> all, long seed) {
        List<CrashAttempt> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, CrashAttempt> kinds = new LinkedHashMap<>();
        shuffled.forEach(attempt -> kinds.putIfAbsent(attempt.kind(), attempt));
        return CrashTrial.mixed(kinds.values());
    }
}
