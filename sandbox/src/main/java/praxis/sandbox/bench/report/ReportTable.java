package praxis.sandbox.bench.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A report for people. */
public final class ReportTable {
    private static final int LEAST_WIDTH = 9;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private ReportTable(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        ReportTable table = new ReportTable(report);
        table.settings();
        table.lines();
        table.marks();
        report.remarks().forEach(remark -> table.text.append('\n').append(remark));
        return table.text.append('\n').toString();
    }

    private void settings() {
        text.append("bench ").append(report.name()).append("\n\n");
        int width = report.settings().keySet().stream().mapToInt(String::length).max().orElse(0);
        report.settings()
                .forEach(
                        (name, value) ->
                                text.append("  ")
                                        .append(left(name, width))
                                        .append("  ")
                                        .append(value)
                                        .append('\n'));
    }

    private void lines() {
        Set<String> columns =
                report.lines().stream()
                        .flatMap(line -> line.figures().keySet().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        int width = widest(report.lines().stream().map(Line::what).toList());
        text.append('\n').append(left("", width));
        columns.forEach(column -> text.append("  ").append(right(column, width(column))));
        text.append('\n');
        for (Line line : report.lines()) {
            text.append(left(line.what(), width));
            for (String column : columns) {
                Double figure = line.figures().get(column);
                String cell = figure == null ? "" : Figure.text(figure);
                text.append("  ").append(right(cell, width(column)));
            }
            text.append('\n');
        }
    }

    private void marks() {
        int width = widest(report.marks().stream().map(Mark::what).toList());
        text.append('\n');
        for (Mark mark : report.marks()) {
            text.append(left(mark.what(), width))
                    .append("  ")
                    .append(right(Figure.text(mark.found()), LEAST_WIDTH))
                    .append("  must ")
                    .append(left(mark.mustText(), LEAST_WIDTH))
                    .append("  goal ")
                    .append(left(mark.goal().toString(), LEAST_WIDTH))
                    .append("  ")
                    .append(mark.verdict())
                    .append('\n');
        }
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static int width(String column) {
        return Math.max(column.length(), LEAST_WIDTH);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
