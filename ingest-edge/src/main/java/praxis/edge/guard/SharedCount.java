package praxis.edge.guard;

import java.util.concurrent.atomic.AtomicLong;

/** An amount that all connections take from together, up to a limit. */
final class SharedCount {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    SharedCount(long limit) {
        this.limit = limit;
    }

    /** False beyond the limit; what was taken has to be given back all the same. */
    boolean take(long amount) {
        return taken.addAndGet(amount) <= limit;
    }

    void giveBack(long amount) {
        taken.addAndGet(-amount);
    }
}
