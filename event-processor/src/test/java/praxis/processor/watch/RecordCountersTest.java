package praxis.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ProcessingStatus;

class RecordCountersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsEachRecordAsReceivedAndByWhatBecameOfIt() {
        RecordCounters counters = new RecordCounters(registry);

        for (ProcessingStatus status : ProcessingStatus.values()) {
            counters.count(status);
        }
        counters.count(ProcessingStatus.STALE);

        assertThat(count("praxis.records.received")).isEqualTo(6);
        assertThat(registry.get("praxis.records").tag("status", "stale").counter().count())
                .isEqualTo(2);
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }
}
