package praxis.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Decision;
import praxis.processor.model.ProcessingStatus;

import java.util.List;
import java.util.Optional;

class RecordCountersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsEachRecordAsReceivedAndByWhatBecameOfIt() {
        RecordCounters counters = new RecordCounters(registry);

        for (ProcessingStatus status : ProcessingStatus.values()) {
            counters.count(entry(status, "any"));
        }
        counters.count(entry(ProcessingStatus.STALE, "stale"));

        assertThat(count("praxis.records.received")).isEqualTo(6);
        assertThat(registry.get("praxis.records").tag("status", "stale").counter().count())
                .isEqualTo(2);
    }

    @Test
    void countsForgedOrdersApart() {
        RecordCounters counters = new RecordCounters(registry);

        counters.count(entry(ProcessingStatus.ERROR, "unusable"));
        assertThat(count("praxis.commands.unsealed")).isZero();
        counters.count(entry(ProcessingStatus.ERROR, Decision.UNSEALED));

        assertThat(count("praxis.commands.unsealed")).isEqualTo(1);
    }

    private static Decision.Entry entry(ProcessingStatus status, String outcome) {
        return new Decision.Entry(
                status,
                Optional.empty(),
                Optional.empty(),
                outcome,
                Decision.Concerns.NOBODY,
                Optional.empty(),
                List.of());
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }
}
