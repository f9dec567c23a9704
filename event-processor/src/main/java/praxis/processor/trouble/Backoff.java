package praxis.processor.trouble;

import java.time.Duration;

/** How long to wait after so many failures in a row: twice as long each time, up to a limit. */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait before the next try.
     *
     * @param failures at least 1
     */
    public Duration after(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
