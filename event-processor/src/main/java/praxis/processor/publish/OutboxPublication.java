package praxis.processor.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.apply.Outbox;
import praxis.processor.publish.OutboxPublisher.Outcome;
import praxis.processor.trouble.Backoff;
import praxis.processor.trouble.Trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Publishes the announcements of this process's partitions, on one thread of its own: at once after
 * a commit, and now and then whether or not anybody called.
 */
public final class OutboxPublication implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutboxPublication.class);

    /**
     * How late a call that nobody made is made up for: after a start, a move, a lost connection.
     */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private static final Duration LAST_ROUND = Duration.ofSeconds(2);
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final Outbox outbox;
    private final OutboxPublisher publisher;
    private final KafkaCourier courier;
    private final Supplier<Set<Integer>> owned;
    private final OutboxBoard board;
    private final OutboxTrimming trimming;
    private final InstantSource clock;
    private final Counter published;

    private final Set<Integer> called = ConcurrentHashMap.newKeySet();
    private final Semaphore bell = new Semaphore(0);
    private Instant nextSweep = Instant.MIN;
    private volatile @Nullable Thread thread;
    private volatile boolean ended;

    /**
     * @param owned the partitions of this process, as of now
     */
    public OutboxPublication(
            Outbox outbox,
            KafkaCourier courier,
            Supplier<Set<Integer>> owned,
            OutboxBoard board,
            MeterRegistry registry,
            InstantSource clock) {
        this.outbox = outbox;
        this.publisher = new OutboxPublisher(outbox, courier);
        this.courier = courier;
        this.owned = owned;
        this.board = board;
        this.trimming = new OutboxTrimming(outbox, clock);
        this.clock = clock;
        this.published =
                Counter.builder("praxis.outbox.published")
                        .description("Announcements that the broker has acknowledged")
                        .register(registry);
    }

    /** Starts the thread. */
    public void start() {
        thread = Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    /** To be called after a commit that announces something; returns at once, from any thread. */
    public void call(int partition) {
        if (called.add(partition)) {
            bell.release();
        }
    }

    /** False if the thread has ended by itself: then only a restart of the process helps. */
    public boolean isAlive() {
        Thread started = thread;
        return started == null || ended || started.isAlive();
    }

    private void run() {
        while (!ended) {
            try {
                round(due());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Waits until somebody calls, a try is due again, or it is time for a look around. */
    private Set<Integer> due() throws InterruptedException {
        Instant now = clock.instant();
        Instant next = nextSweep;
        for (OutboxBoard.Trouble trouble : board.troubles().values()) {
            next = trouble.retryAt().isBefore(next) ? trouble.retryAt() : next;
        }
        if (next.isAfter(now)) {
            var _ = bell.tryAcquire(Duration.between(now, next).toNanos(), TimeUnit.NANOSECONDS);
        }
        bell.drainPermits();
        Set<Integer> due = new HashSet<>(called);
        called.removeAll(due);
        return due;
    }

    private void round(Set<Integer> due) {
        Instant now = clock.instant();
        Set<Integer> ours = Set.copyOf(owned.get());
        board.keepOnly(ours);
        boolean sweeping = !now.isBefore(nextSweep);
        if (sweeping) {
            due.addAll(ours);
            nextSweep = now.plus(SWEEP);
        }
        board.troubles().forEach((partition, trouble) -> due.add(partition));
        due.retainAll(ours);
        due.removeIf(
                partition ->
                        board.trouble(partition)
                                .filter(trouble -> trouble.retryAt().isAfter(now))
                                .isPresent());
        due.forEach(this::publish);
        if (sweeping) {
            ours.forEach(this::lookAround);
        }
    }

    private void publish(int partition) {
        try {
            Outcome outcome;
            do {
                outcome = publisher.publish(partition);
                published.increment(outcome.published().size());
            } while (outcome.mayBeMore() && outcome.failure().isEmpty() && !ended);
            outcome.failure()
                    .ifPresentOrElse(
                            failure -> fail(partition, failure), () -> board.succeed(partition));
        } catch (RuntimeException failed) {
            fail(partition, failed);
        }
    }

    private void fail(int partition, Throwable failure) {
        if (ended) {
            return;
        }
        int failures = board.trouble(partition).map(OutboxBoard.Trouble::failures).orElse(0) + 1;
        Duration wait = BACKOFF.after(failures);
        String words = Trouble.describe(failure);
        board.fail(partition, new OutboxBoard.Trouble(words, failures, clock.instant().plus(wait)));
        log.warn(
                "announcements of partition {} do not go out: {}; failure {} in a row, next try in"
                        + " {} ms",
                partition,
                words,
                failures,
                wait.toMillis());
    }

    private void lookAround(int partition) {
        try {
            trimming.trim(partition);
            board.look(partition, outbox.backlog(partition));
        } catch (RuntimeException failed) {
            log.warn("the outbox cannot be looked at: {}", Trouble.describe(failed));
        }
    }

    /** What was committed and not sent is sent by whoever owns the partition next. */
    @Override
    public void close() {
        ended = true;
        bell.release();
        try {
            Thread started = thread;
            if (started != null && !started.join(LAST_ROUND)) {
                courier.close();
                var _ = started.join(LAST_ROUND);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        courier.close();
    }
}
