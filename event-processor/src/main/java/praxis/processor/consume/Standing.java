package praxis.processor.consume;

import java.time.Instant;

/** How one partition assigned to this process is getting on. */
public sealed interface Standing {
    /**
     * Records are read and handled.
     *
     * @param nextOffset what must come next
     * @param failures since the last commit
     */
    record Flowing(long nextOffset, int failures) implements Standing {}

    /**
     * Waits for another try, because it just arrived or because something was away.
     *
     * @param trouble without personal data
     * @param failures since the last commit
     */
    record Held(String trouble, int failures, Instant until) implements Standing {}

    /** Must not go on until a human has looked; others do. */
    record Stopped(StopReason reason) implements Standing {}
}
