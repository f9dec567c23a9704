package praxis.sandbox.chaos.report;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import praxis.sandbox.chaos.fault.FaultRecord;
import praxis.sandbox.chaos.plan.FaultKind;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for people. */
public final class ChaosTable {
    private static final int MOST_VIOLATIONS = 30;

    private final ChaosReport report;
    private final StringBuilder text = new StringBuilder();

    private ChaosTable(ChaosReport report) {
        this.report = report;
    }

    public static String of(ChaosReport report) {
        ChaosTable table = new ChaosTable(report);
        table.line(
                format(
                        ROOT,
                        "chaos, seed %d, %d s, %d faults",
                        report.seed(),
                        report.length().toSeconds(),
                        report.faults().size()));
        report.remarks().forEach(remark -> table.line(remark));
        table.faults();
        table.kinds();
        table.figures();
        table.violations();
        return table.text.toString();
    }

    private void faults() {
        line("");
        line(
                format(
                        ROOT,
                        "%4s  %-27s %-12s %8s %8s %10s",
                        "#",
                        "fault",
                        "on",
                        "begin s",
                        "end s",
                        "recovery s"));
        for (FaultRecord fault : report.faults()) {
            line(
                    format(
                            ROOT,
                            "%4d  %-27s %-12s %8.1f %8.1f %10s",
                            fault.planned().number(),
                            fault.planned().kind().words(),
                            fault.planned().part(),
                            seconds(fault.began()),
                            seconds(fault.ended()),
                            text(fault.recovery())));
        }
    }

    private void kinds() {
        Map<FaultKind, List<FaultRecord>> kinds =
                report.faults().stream()
                        .collect(
                                Collectors.groupingBy(
                                        fault -> fault.planned().kind(),
                                        () -> new EnumMap<>(FaultKind.class),
                                        Collectors.toList()));
        line("");
        line(format(ROOT, "%-33s %8s %22s", "kind", "faults", "longest recovery s"));
        kinds.forEach(
                (kind, faults) ->
                        line(
                                format(
                                        ROOT,
                                        "%-33s %8d %22s",
                                        kind.words(),
                                        faults.size(),
                                        text(longest(faults)))));
    }

    private void figures() {
        var answers = report.answers();
        var readers = report.readers();
        line("");
        line(
                format(
                        ROOT,
                        "edges      %d requests: %d accepted, %d with 5xx, %d rejected,"
                                + " %d without an edge (killed or starting)",
                        answers.attempts(),
                        answers.accepted(),
                        answers.serverErrors(),
                        answers.rejected(),
                        answers.excused()));
        line(
                format(
                        ROOT,
                        "answers    p50 %.1f ms, p99 %.1f ms, worst %.1f ms; later than a second:"
                                + " %d; never: %d",
                        answers.times().p50(),
                        answers.times().p99(),
                        answers.times().max(),
                        answers.late().size(),
                        answers.owed().size()));
        line(
                format(
                        ROOT,
                        "by edges   %d answers, from last byte read to last byte sent; later than"
                                + " 0.8 s: %d, 0.9 s: %d, a second: %d; edges that did not say: %d",
                        report.edges().answers(),
                        report.edges().over800Millis(),
                        report.edges().over900Millis(),
                        report.edges().overSecond(),
                        report.edges().unread()));
        line(
                format(
                        ROOT,
                        "machine    at worst it let nobody go on for %.1f ms",
                        report.worstStall().toNanos() / 1e6));
        line(
                format(
                        ROOT,
                        "readers    %d pages, %d errors, %d silences, worst %.1f ms",
                        readers.pages(),
                        readers.errors(),
                        readers.silences(),
                        readers.worst().toNanos() / 1e6));
        line(
                format(
                        ROOT,
                        "lag        at most %d records; zero %s s after the end of the traffic",
                        report.worstLag(),
                        text(report.settled())));
        line(
                format(
                        ROOT,
                        "journal    %d acknowledged, %d rows in the log",
                        report.acknowledged(),
                        report.found().rows()));
        line(
                format(
                        ROOT,
                        "result     %d lost, %d twice, %d out of order; verify %s",
                        report.found().lost().size(),
                        report.found().twice().size(),
                        report.found().outOfOrder().size(),
                        report.verified() ? "agrees" : "DOES NOT AGREE"));
    }

    private void violations() {
        List<String> violations = report.violations();
        line("");
        line(
                format(
                        ROOT,
                        "%s",
                        violations.isEmpty()
                                ? "No violation."
                                : violations.size() + " VIOLATIONS"));
        violations.stream()
                .limit(MOST_VIOLATIONS)
                .forEach(each -> line(format(ROOT, "  %s", each)));
    }

    private static Optional<Duration> longest(List<FaultRecord> faults) {
        return faults.stream()
                .map(FaultRecord::recovery)
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    private static String text(Optional<Duration> duration) {
        return duration.map(time -> format(ROOT, "%.1f", seconds(time))).orElse("never");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
