package praxis.read.commands;

import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells when the processor has passed a position. However many wait, one looks for all of them, on
 * a thread of its own, at first often and then less so.
 */
public final class ProgressWatch implements AutoCloseable {
    private static final long SHORTEST_NANOS = Duration.ofMillis(2).toNanos();
    private static final long LONGEST_NANOS = Duration.ofMillis(50).toNanos();

    private final ProgressQueries queries;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("progress-watch").factory());

    // What follows is known to that thread alone.
    private final List<Waiter> waiting = new ArrayList<>();
    private long pauseNanos = SHORTEST_NANOS;
    private @Nullable ScheduledFuture<?> next;

    public ProgressWatch(ProgressQueries queries) {
        this.queries = queries;
    }

    private record Waiter(int partition, long offset, CompletableFuture<Boolean> passed) {
        /** Told now or long ago, or gone home. */
        boolean isDone(Map<Integer, Long> nextOffsets) {
            if (nextOffsets.getOrDefault(partition, 0L) > offset) {
                passed.complete(true);
            }
            return passed.isDone();
        }
    }

    /** Whether the position is passed; blocks until it is, or patience ends. */
    boolean awaitPassed(int partition, long offset, Duration patience) {
        CompletableFuture<Boolean> passed =
                new CompletableFuture<Boolean>()
                        .completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS);
        thread.execute(() -> add(new Waiter(partition, offset, passed)));
        return passed.join();
    }

    private void add(Waiter waiter) {
        waiting.add(waiter);
        pauseNanos = SHORTEST_NANOS;
        ScheduledFuture<?> planned = next;
        if (planned == null || planned.getDelay(TimeUnit.NANOSECONDS) > SHORTEST_NANOS) {
            if (planned != null) {
                planned.cancel(false);
            }
            lookLater();
        }
    }

    private void lookLater() {
        next = thread.schedule(this::look, pauseNanos, TimeUnit.NANOSECONDS);
        pauseNanos = Math.min(pauseNanos + pauseNanos / 2, LONGEST_NANOS);
    }

    private void look() {
        Map<Integer, Long> nextOffsets = nextOffsets();
        waiting.removeIf(waiter -> waiter.isDone(nextOffsets));
        if (waiting.isEmpty()) {
            next = null;
        } else {
            lookLater();
        }
    }

    /** Empty while the database is away: then nobody knows, and everybody's patience decides. */
    private Map<Integer, Long> nextOffsets() {
        try {
            return queries.nextOffsets();
        } catch (JdbiException away) {
            return Map.of();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
