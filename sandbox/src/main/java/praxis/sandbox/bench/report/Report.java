package praxis.sandbox.bench.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param settings what the figures depend on, in the order they are to be read
 * @param marks what had been promised
 * @param remarks how to read the figures, a sentence each
 */
public record Report(
        String name,
        Map<String, String> settings,
        List<Line> lines,
        List<Mark> marks,
        List<String> remarks) {
    public Report {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        remarks = List.copyOf(remarks);
    }
}
