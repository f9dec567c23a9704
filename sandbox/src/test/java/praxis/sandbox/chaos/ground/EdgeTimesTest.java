package praxis.sandbox.chaos.ground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeTimesTest {
    private static final String METRICS =
            """
            # TYPE edge_duration_seconds histogram
            edge_duration_seconds_bucket{le="0.8"} %d
            edge_duration_seconds_bucket{le="0.9"} %d
            edge_duration_seconds_bucket{le="1.0"} %d
            edge_duration_seconds_bucket{le="+Inf"} %d
            edge_duration_seconds_count %d
            """;

    @Test
    void addsUpWhatEachEdgeSays() {
        try (EdgeTimes times = new EdgeTimes()) {
            times.add(METRICS.formatted(7, 8, 9, 10, 10));
            times.add(METRICS.formatted(5, 5, 5, 5, 5));

            assertThat(times.totals()).isEqualTo(new EdgeTimes.Totals(15, 3, 2, 1, 0));
        }
    }
}
