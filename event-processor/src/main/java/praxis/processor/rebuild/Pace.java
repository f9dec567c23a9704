package praxis.processor.rebuild;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Says how far a rebuild is and how long it will take; holds it back where that is wanted. */
final class Pace implements Rebuild.Watcher {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final int WIDTH = 30;

    private final InstantSource clock;
    private final @Nullable Integer mostASecond;
    private final PrintWriter out;
    private final Instant begin;
    private Instant said;

    /**
     * @param mostASecond null where it may be as fast as it can
     */
    Pace(InstantSource clock, @Nullable Integer mostASecond, PrintWriter out) {
        if (mostASecond != null && mostASecond < 1) {
            throw new IllegalArgumentException("--rate is a number from 1.");
        }
        this.clock = clock;
        this.mostASecond = mostASecond;
        this.out = out;
        this.begin = clock.instant();
        this.said = begin;
    }

    @Override
    public void folded(long records, long ofAll) {
        hold(records);
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(BETWEEN_LINES) >= 0) {
            said = now;
            out.println(line(records, ofAll, Duration.between(begin, now)));
            out.flush();
        }
    }

    private void hold(long records) {
        if (mostASecond != null) {
            Instant due = begin.plusMillis(records * 1_000 / mostASecond);
            Instant now = clock.instant();
            while (now.isBefore(due)) {
                LockSupport.parkNanos(Duration.between(now, due).toNanos());
                now = clock.instant();
            }
        }
    }

    static String line(long records, long ofAll, Duration passed) {
        double share = ofAll == 0 ? 1 : Math.min(1, (double) records / ofAll);
        double rate = records / Math.max(0.001, passed.toMillis() / 1_000.0);
        int full = (int) (share * WIDTH);
        long left = rate == 0 ? 0 : Math.round((ofAll - records) / rate);
        return "[%s%s] %3.0f %%  %,d of %,d records  %,.0f/s  %d:%02d left"
                .formatted(
                        "#".repeat(full),
                        "-".repeat(WIDTH - full),
                        share * 100,
                        records,
                        ofAll,
                        rate,
                        left / 60,
                        left % 60);
    }
}
