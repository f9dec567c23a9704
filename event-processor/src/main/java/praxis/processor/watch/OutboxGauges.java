package praxis.processor.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import praxis.processor.publish.OutboxBoard;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Shows how much waits to be published, and for how long, as metrics. */
public final class OutboxGauges {
    private final OutboxBoard board;
    private final InstantSource clock;

    public OutboxGauges(OutboxBoard board, MeterRegistry registry, InstantSource clock) {
        this.board = board;
        this.clock = clock;
        Gauge.builder("praxis.outbox.waiting", board, OutboxBoard::waiting)
                .description("Announcements that are committed and not published yet")
                .register(registry);
        Gauge.builder("praxis.outbox.held", board, shown -> shown.troubles().size())
                .description("Partitions whose announcements wait for another try")
                .register(registry);
        TimeGauge.builder("praxis.outbox.oldest", this, TimeUnit.SECONDS, OutboxGauges::oldest)
                .description("Age of the oldest announcement that is not published yet")
                .register(registry);
    }

    private double oldest() {
        return board.waitingSince()
                .map(since -> Duration.between(since, clock.instant()))
                .map(age -> Math.max(0, age.toMillis() / 1000.0))
                .orElse(0.0);
    }
}
