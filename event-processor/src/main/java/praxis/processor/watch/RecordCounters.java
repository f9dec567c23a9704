package praxis.processor.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import praxis.processor.model.ProcessingStatus;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts records as they are committed, all and by what became of them. In one place, because a
 * batch may be committed in part.
 */
public final class RecordCounters {
    private final Map<ProcessingStatus, Counter> counters = new EnumMap<>(ProcessingStatus.class);
    private final Counter received;

    public RecordCounters(MeterRegistry registry) {
        received =
                Counter.builder("praxis.records.received")
                        .description("Records taken from the topic and committed")
                        .register(registry);
        for (ProcessingStatus status : ProcessingStatus.values()) {
            counters.put(
                    status,
                    Counter.builder("praxis.records")
                            .description("Records by what became of them")
                            .tag("status", status.wireName())
                            .register(registry));
        }
    }

    public void count(ProcessingStatus status) {
        Counter counter = counters.get(status);
        if (counter != null) {
            received.increment();
            counter.increment();
        }
    }
}
