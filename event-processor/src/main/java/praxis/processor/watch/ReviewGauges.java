package praxis.processor.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.model.Backlog;
import praxis.processor.trouble.Trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Shows how much waits for people, and for how long, as metrics. */
public final class ReviewGauges implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReviewGauges.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Function<Instant, Backlog> backlog;
    private final InstantSource clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("review-watch").daemon().factory());
    private volatile Backlog seen = Backlog.NONE;

    /**
     * Shows nothing before {@link #start}.
     *
     * @param backlog as it is at a time
     */
    public ReviewGauges(
            Function<Instant, Backlog> backlog, MeterRegistry registry, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
        Gauge.builder("praxis.reviews.open", this, gauges -> gauges.seen.open())
                .description("Review items that wait for a person")
                .register(registry);
        Gauge.builder("praxis.reviews.urgent", this, gauges -> gauges.seen.urgent())
                .description("Those that an appointment waits for within 24 hours")
                .register(registry);
        TimeGauge.builder("praxis.reviews.oldest", this, TimeUnit.SECONDS, ReviewGauges::oldest)
                .description("Age of the oldest open review item")
                .register(registry);
    }

    public void start() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        try {
            seen = backlog.apply(clock.instant());
        } catch (RuntimeException away) {
            log.warn("the open review items cannot be counted: {}", Trouble.describe(away));
        }
    }

    private double oldest() {
        return seen.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .map(age -> Math.max(0, age.toMillis() / 1000.0))
                .orElse(0.0);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
