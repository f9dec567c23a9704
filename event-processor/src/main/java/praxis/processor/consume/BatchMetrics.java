package praxis.processor.consume;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures the batches as they come from the topic. */
final class BatchMetrics {
    private static final Duration[] BUCKETS =
            Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 5_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final DistributionSummary sizes;
    private final Timer times;

    BatchMetrics(MeterRegistry registry) {
        sizes =
                DistributionSummary.builder("praxis.batch.records")
                        .description("Records in one transaction")
                        .register(registry);
        times =
                Timer.builder("praxis.batch")
                        .description("From the first look at a batch to its commit")
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
    }

    <T> T timed(Supplier<T> batch) {
        return times.record(batch);
    }

    void committed(int records) {
        sizes.record(records);
    }
}
