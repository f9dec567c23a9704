package praxis.sandbox.bench.ground;

import praxis.sandbox.system.Trouble;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Watches the processor work off what stands on the topic. */
public final class Drain {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final ProgressQueries progress;

    public Drain(ProgressQueries progress) {
        this.progress = progress;
    }

    /** What was committed between the first commit seen and the last, and how long that took. */
    public record Rate(long records, double seconds) {
        public double perSecond() {
            return records / seconds;
        }
    }

    /** Returns when nothing has been committed for so long. */
    public void awaitStandstill(Duration quiet) throws SQLException, InterruptedException {
        long last = progress.committed();
        long lastAt = System.nanoTime();
        while (System.nanoTime() - lastAt < quiet.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            long now = progress.committed();
            if (now > last) {
                last = now;
                lastAt = System.nanoTime();
            }
        }
    }

    /**
     * Returns when {@code target} records are committed.
     *
     * @param from how many were committed before
     */
    public Rate await(long from, long target) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        long first = from;
        long firstAt = begin;
        long last = from;
        long lastAt = begin;
        while (last < target) {
            long now = progress.committed();
            long nowAt = System.nanoTime();
            if (now > last) {
                if (first == from) {
                    first = now;
                    firstAt = nowAt;
                }
                last = now;
                lastAt = nowAt;
            } else if (nowAt - lastAt > STANDSTILL.toNanos()) {
                throw new Trouble(
                        "The processor stands still %d records before the end; see its log."
                                .formatted(target - last));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        // A handful that went in one transaction has no second commit to count from.
        return last > first
                ? new Rate(last - first, (lastAt - firstAt) / 1e9)
                : new Rate(last - from, (lastAt - begin) / 1e9);
    }
}
