package praxis.processor.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.model.Decision;
import praxis.processor.model.ProcessingStatus;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts records as they are committed, all and by what became of them. In one place, because a
 * batch may be committed in part.
 */
public final class RecordCounters {
    private static final Logger log = LoggerFactory.getLogger(RecordCounters.class);

    private final Map<ProcessingStatus, Counter> counters = new EnumMap<>(ProcessingStatus.class);
    private final Counter received;
    private final Counter unsealed;
    private final MeterRegistry registry;

    public RecordCounters(MeterRegistry registry) {
        this.registry = registry;
        received =
                Counter.builder("praxis.records.received")
                        .description("Records taken from the topic and committed")
                        .register(registry);
        unsealed =
                Counter.builder("praxis.commands.unsealed")
                        .description("Orders that bear no seal of the read API; must stay zero")
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

    public void count(Decision.Entry entry) {
        Counter counter = counters.get(entry.status());
        if (counter != null) {
            received.increment();
            counter.increment();
        }
        entry.match().ifPresent(match -> match.hot().forEach(this::countCapped));
        if (entry.outcome().equals(Decision.UNSEALED)) {
            unsealed.increment();
            log.error(
                    "ALARM: a command without the read API's seal was refused;"
                            + " whoever wrote it to the topic must not be able to");
        }
    }

    /** By kind of key, never by the key itself: it is made of names. */
    private void countCapped(String kind) {
        registry.counter("praxis.match.capped", "key", kind).increment();
    }
}
