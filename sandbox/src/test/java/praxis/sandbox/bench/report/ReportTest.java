package praxis.sandbox.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class ReportTest {
    private static final Report REPORT =
            new Report(
                    "edge",
                    Map.of("broker", "flush.messages=1"),
                    List.of(
                            Line.of("floor").with("requests/s", 20_000),
                            Line.of("edge").with("requests/s", 9_000).with("p99 ms", 7.5)),
                    List.of(
                            Mark.atLeast("ratio", 0.45, 0.4, 0.6),
                            Mark.atMost("p99 ms", 9, 8, 8),
                            Mark.wantedAtMost("p50 ms", 1, 2)),
                    List.of("A remark."));

    @Test
    void readsAsATable() {
        assertThat(ReportTable.of(REPORT))
                .isEqualTo(
                        """
                        bench edge

                          broker  flush.messages=1

                               requests/s     p99 ms
                        floor      20,000          \s
                        edge        9,000       7.50

                        ratio        0.45  must ≥ 0.40     goal ≥ 0.60     reached, goal missed
                        p99 ms       9.00  must ≤ 8.00     goal ≤ 8.00     MISSED
                        p50 ms       1.00  must –          goal ≤ 2.00     goal reached

                        A remark.
                        """);
    }

    @Test
    void readsAsJson() {
        assertThat(StrictJson.parse(ReportJson.of(REPORT).getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(
                        json -> {
                            assertThat(json.at("/bench").textValue()).isEqualTo("edge");
                            assertThat(json.at("/lines/1/figures/p99 ms").doubleValue())
                                    .isEqualTo(7.5);
                            assertThat(json.at("/marks/1/verdict").textValue()).isEqualTo("MISSED");
                        });
    }
}
