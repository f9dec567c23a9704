package praxis.processor.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.trouble.Away;
import praxis.processor.trouble.Backoff;
import praxis.processor.trouble.Trouble;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Tries a step again as long as it fails because somebody is away, and says so each time. */
final class Patience {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final StartStage stage;
    private final BooleanSupplier ended;

    /**
     * For one start.
     *
     * @param ended true when nobody wants the start any more
     */
    Patience(StartStage stage, BooleanSupplier ended) {
        this.stage = stage;
        this.ended = ended;
    }

    /** One try. */
    @FunctionalInterface
    interface Step<T> {
        Outcome<T> take() throws Exception;
    }

    /**
     * @param whom on whom the step depends, as in "waiting for the database"
     */
    <T> Outcome<T> with(String whom, Step<T> step) {
        stage.enter("asking " + whom);
        for (int failures = 1; !ended.getAsBoolean(); failures++) {
            try {
                return step.take();
            } catch (Exception failed) {
                String trouble = Trouble.describe(failed);
                if (!Away.explains(failed)) {
                    return new Outcome.Refused<>("Not started: " + whom + " answers " + trouble);
                }
                stage.enter("waiting for " + whom + ": " + trouble);
                log.warn("waiting for {}: {}", whom, trouble);
                LockSupport.parkNanos(BACKOFF.after(failures).toNanos());
            }
        }
        return new Outcome.Refused<>("Told to end while waiting for " + whom + ".");
    }
}
