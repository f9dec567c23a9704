package praxis.sandbox.chaos.traffic;

import java.time.Duration;
import java.util.Optional;

/** How one attempt at an edge ended. */
sealed interface Reply {
    /**
     * The edge said something.
     *
     * @param after the request's last byte
     */
    record Answered(int status, String body, Optional<Duration> retryAfter, Duration after)
            implements Reply {
        boolean isAccepted() {
            return status >= 200 && status < 300;
        }

        boolean asksForRetry() {
            return status >= 500 || status == 429;
        }

        /** The body may name what was sent. */
        @Override
        public String toString() {
            return "Answered[" + status + " after " + after.toMillis() + " ms]";
        }
    }

    /** Nobody listened. */
    record Refused() implements Reply {}

    /** The connection broke before the answer was there. */
    record CutOff() implements Reply {}

    /** Nothing came for far longer than anybody should wait. */
    record Silent() implements Reply {}
}
