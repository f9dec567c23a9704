package praxis.sandbox.tool;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends {@link Traffic} at a steady rate to the edges in turn, and repeats what was not answered,
 * as the tool's contract promises.
 */
public final class BookingTool implements AutoCloseable {
    private static final int MOST_ATTEMPTS = 8;
    private static final int MOST_UNDER_WAY = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final Traffic traffic;
    private final WebhookClient client;
    private final List<URI> edges;
    private final InstantSource clock;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    public BookingTool(
            Traffic traffic, WebhookClient client, List<URI> edges, InstantSource clock) {
        this.traffic = traffic;
        this.client = client;
        this.edges = List.copyOf(edges);
        this.clock = clock;
    }

    public void start(double perSecond) {
        long nanos = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        var _ = beat.scheduleAtFixedRate(this::sendNext, 0, nanos, TimeUnit.NANOSECONDS);
    }

    public ToolCounts counts() {
        return new ToolCounts(
                sent.get(), accepted.get(), retried.get(), rejected.get(), givenUp.get());
    }

    /** Sends nothing new; what is under way goes on. */
    public void pause() {
        beat.shutdownNow();
    }

    /** Sends nothing new, gives what is under way a moment, and gives up the rest. */
    @Override
    public void close() {
        pause();
        attempts.shutdown();
        try {
            if (!attempts.awaitTermination(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                attempts.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            attempts.shutdownNow();
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    /** While too much is unanswered nothing new is sent: a real tool's outbox is bounded too. */
    private void sendNext() {
        if (underWay.tryAcquire()) {
            Delivery delivery = traffic.next(clock.instant());
            sent.incrementAndGet();
            attempts.execute(() -> deliver(delivery));
        }
    }

    private void deliver(Delivery delivery) {
        try {
            deliverWithRetries(delivery);
        } catch (InterruptedException closed) {
            givenUp.incrementAndGet();
        } finally {
            underWay.release();
        }
    }

    private void deliverWithRetries(Delivery delivery) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Answer answer = client.post(nextEdge(), delivery);
            if (answer instanceof Answer.Status status && !status.asksForRetry()) {
                (status.isAccepted() ? accepted : rejected).incrementAndGet();
                return;
            }
            if (attempt < MOST_ATTEMPTS) {
                TimeUnit.NANOSECONDS.sleep(pauseAfter(answer, pause).toNanos());
                retried.incrementAndGet();
                pause = pause.multipliedBy(2);
            }
        }
        givenUp.incrementAndGet();
    }

    private static Duration pauseAfter(Answer answer, Duration pause) {
        Duration wanted =
                switch (answer) {
                    case Answer.Status status -> status.retryAfter().orElse(pause);
                    case Answer.Silence silence -> pause;
                };
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }

    private URI nextEdge() {
        return edges.get((int) (turn.getAndIncrement() % edges.size()));
    }
}
