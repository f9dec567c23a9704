package praxis.processor.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

import praxis.processor.consume.PartitionBoard;
import praxis.processor.consume.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows how each partition of this process is getting on, as metrics. */
public final class PartitionGauges {
    private final MultiGauge held;
    private final MultiGauge stopped;
    private final MultiGauge nextOffsets;
    private final MultiGauge lags;

    public PartitionGauges(MeterRegistry registry) {
        held =
                gauge(
                        registry,
                        "held",
                        "Failures in a row of a partition that waits for another try");
        stopped =
                gauge(
                        registry,
                        "stopped",
                        "1 for a partition that must not go on until a human has looked");
        nextOffsets = gauge(registry, "next.offset", "Where the database stands");
        lags = gauge(registry, "lag", "Records on the topic that the database does not have yet");
    }

    /**
     * Replaces what was shown before.
     *
     * @param ends offset after the newest record of each partition, as far as known
     */
    void show(PartitionBoard board, Map<Integer, Long> ends) {
        List<Row<?>> waiting = new ArrayList<>();
        List<Row<?>> alarms = new ArrayList<>();
        board.standings()
                .forEach(
                        (partition, standing) -> {
                            switch (standing) {
                                case Standing.Flowing flowing -> {}
                                case Standing.Held each ->
                                        waiting.add(Row.of(tags(partition), each.failures()));
                                case Standing.Stopped(var reason) ->
                                        alarms.add(
                                                Row.of(
                                                        tags(partition)
                                                                .and("reason", reason.wireName()),
                                                        1));
                            }
                        });
        List<Row<?>> places = new ArrayList<>();
        List<Row<?>> distances = new ArrayList<>();
        board.nextOffsets()
                .forEach(
                        (partition, next) -> {
                            places.add(Row.of(tags(partition), next));
                            Long end = ends.get(partition);
                            if (end != null) {
                                distances.add(Row.of(tags(partition), Math.max(0, end - next)));
                            }
                        });
        held.register(waiting, true);
        stopped.register(alarms, true);
        nextOffsets.register(places, true);
        lags.register(distances, true);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder("praxis.partition." + name)
                .description(description)
                .register(registry);
    }

    private static Tags tags(int partition) {
        return Tags.of("partition", Integer.toString(partition));
    }
}
