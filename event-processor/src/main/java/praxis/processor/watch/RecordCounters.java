package praxis.processor.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import praxis.processor.model.ProcessingStatus;

import java.util.EnumMap;
import java.util.Map;

/** Counts records by what became of them; together they are the records received. */
public final class RecordCounters {
    private final Map<ProcessingStatus, Counter> counters = new EnumMap<>(ProcessingStatus.class);

    public RecordCounters(MeterRegistry registry) {
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
            counter.increment();
        }
    }
}
