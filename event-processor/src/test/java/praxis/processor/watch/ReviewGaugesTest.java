package praxis.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Backlog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

class ReviewGaugesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsHowMuchWaitsAndSinceWhen() {
        Backlog backlog = new Backlog(3, Optional.of(NOW.minusSeconds(90)), 1);
        try (ReviewGauges gauges =
                new ReviewGauges(_ -> backlog, registry, InstantSource.fixed(NOW))) {
            gauges.look();

            assertThat(registry.get("praxis.reviews.open").gauge().value()).isEqualTo(3);
            assertThat(registry.get("praxis.reviews.urgent").gauge().value()).isEqualTo(1);
            assertThat(registry.get("praxis.reviews.oldest").gauge().value()).isEqualTo(90);
        }
    }

    @Test
    void keepsWhatItSawWhileTheDatabaseIsAway() {
        Backlog[] known = {new Backlog(3, Optional.empty(), 0)};
        try (ReviewGauges gauges =
                new ReviewGauges(
                        _ -> {
                            if (known[0].open() == 0) {
                                throw new IllegalStateException("away");
                            }
                            return known[0];
                        },
                        registry,
                        InstantSource.fixed(NOW))) {
            gauges.look();
            known[0] = Backlog.NONE;
            gauges.look();

            assertThat(registry.get("praxis.reviews.open").gauge().value()).isEqualTo(3);
        }
    }
}
