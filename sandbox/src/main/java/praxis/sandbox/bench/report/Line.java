package praxis.sandbox.bench.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing that was measured, and its figures by column. */
public record Line(String what, Map<String, Double> figures) {
    public Line {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public static Line of(String what) {
        return new Line(what, Map.of());
    }

    public Line with(String column, double figure) {
        Map<String, Double> more = new LinkedHashMap<>(figures);
        more.put(column, figure);
        return new Line(what, more);
    }
}
