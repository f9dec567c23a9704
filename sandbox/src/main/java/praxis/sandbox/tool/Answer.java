package praxis.sandbox.tool;

import java.time.Duration;
import java.util.Optional;

/** How one attempt at a delivery ended. */
public sealed interface Answer {
    /** The edge said something. */
    record Status(int code, String body, Optional<Duration> retryAfter) implements Answer {
        public boolean isAccepted() {
            return code >= 200 && code < 300;
        }

        /** What the sender's contract repeats: a fault of the other side, or too much at once. */
        boolean asksForRetry() {
            return code >= 500 || code == 429;
        }

        /** The body may name what was sent. */
        @Override
        public String toString() {
            return "Status[" + code + "]";
        }
    }

    /** No connection, or no answer in time. */
    record Silence(String reason) implements Answer {}
}
