package praxis.sandbox.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.sandbox.bench.measure.Distribution;
import praxis.sandbox.chaos.check.Comparison;
import praxis.sandbox.chaos.fault.FaultRecord;
import praxis.sandbox.chaos.ground.EdgeTimes;
import praxis.sandbox.chaos.plan.FaultKind;
import praxis.sandbox.chaos.plan.Part;
import praxis.sandbox.chaos.plan.PlannedFault;
import praxis.sandbox.chaos.traffic.AnswerBook;
import praxis.sandbox.chaos.traffic.Readers;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ChaosReportTest {
    private static final Duration SETTLED = Duration.ofMillis(1_200);

    @Test
    void isContentWhereNothingWasViolated() {
        ChaosReport report = report(List.of(), List.of(), Optional.of(SETTLED));

        assertThat(report.violations()).isEmpty();
        assertThat(ChaosTable.of(report))
                .contains("No violation.", "edge killed", "EDGE_2", "0 lost, 0 twice")
                .contains("by edges   9 answers", "0.8 s: 3, 0.9 s: 2, a second: 1;");
    }

    @Test
    void namesEachViolation() {
        ChaosReport report =
                report(List.of("edge-sender-1 7"), List.of("12.0 s: late"), Optional.empty());

        assertThat(report.violations())
                .containsExactly(
                        "lost: edge-sender-1 7",
                        "late answer: 12.0 s: late",
                        "the lag did not come back to zero");
        assertThat(ChaosTable.of(report)).contains("3 VIOLATIONS", "lost: edge-sender-1 7");
    }

    @Test
    void saysTheSameInJson() {
        ChaosReport report = report(List.of("a"), List.of(), Optional.of(SETTLED));

        var json =
                StrictJson.parse(ChaosJson.of(report).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();

        assertThat(json.path("lost").asInt()).isOne();
        assertThat(json.at("/faults/0/kind").asText()).isEqualTo("EDGE_KILLED");
        assertThat(json.at("/lag/settled").asDouble()).isEqualTo(1_200);
        assertThat(json.path("violations")).hasSize(1);
    }

    private static ChaosReport report(
            List<String> lost, List<String> late, Optional<Duration> settled) {
        return new ChaosReport(
                42,
                Duration.ofMinutes(2),
                Duration.ofMillis(9),
                List.of("How it was done."),
                List.of(edgeKilled()),
                new AnswerBook.Totals(
                        10, 8, 1, 0, 1, new Distribution(1, 2, 3, 4), late, List.of()),
                new EdgeTimes.Totals(9, 3, 2, 1, 0),
                new Readers.Totals(5, 0, 0, Duration.ofMillis(30)),
                8,
                new Comparison.Finding(8, lost, List.of(), List.of()),
                100,
                settled,
                true,
                true,
                List.of(),
                List.of());
    }

    private static FaultRecord edgeKilled() {
        return new FaultRecord(
                new PlannedFault(
                        1,
                        FaultKind.EDGE_KILLED,
                        Part.EDGE_2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        0),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Optional.of(Duration.ofSeconds(2)));
    }
}
