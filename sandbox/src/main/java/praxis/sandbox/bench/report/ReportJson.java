package praxis.sandbox.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.json.StrictJson;

/** A report for machines. */
public final class ReportJson {
    private ReportJson() {}

    public static String of(Report report) {
        ObjectNode json = StrictJson.object().put("bench", report.name());
        ObjectNode settings = json.putObject("settings");
        report.settings().forEach(settings::put);
        ArrayNode lines = json.putArray("lines");
        for (Line line : report.lines()) {
            ObjectNode figures = lines.addObject().put("what", line.what()).putObject("figures");
            line.figures().forEach(figures::put);
        }
        ArrayNode marks = json.putArray("marks");
        for (Mark mark : report.marks()) {
            marks.addObject()
                    .put("what", mark.what())
                    .put("found", mark.found())
                    .put("must", mark.mustText())
                    .put("goal", mark.goal().toString())
                    .put("verdict", mark.verdict());
        }
        ArrayNode remarks = json.putArray("remarks");
        report.remarks().forEach(remarks::add);
        return StrictJson.write(json);
    }
}
