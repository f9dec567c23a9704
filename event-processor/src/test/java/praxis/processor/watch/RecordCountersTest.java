package praxis.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Decision;
import praxis.processor.model.Explanation;
import praxis.processor.model.ProcessingStatus;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    @Test
    void countsKeysThatTooManyBear() {
        new RecordCounters(registry)
                .count(
                        new Decision.Entry(
                                ProcessingStatus.NEEDS_REVIEW,
                                Optional.empty(),
                                Optional.empty(),
                                "needs_review",
                                Decision.Concerns.NOBODY,
                                Optional.empty(),
                                Optional.of(
                                        new Explanation(
                                                9, 0, Set.of("names"), 0.2, 0.9, List.of())),
                                List.of(),
                                Optional.empty()));

        assertThat(registry.get("praxis.match.capped").tag("key", "names").counter().count())
                .isEqualTo(1);
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
