package praxis.sandbox.chaos.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.sandbox.chaos.fault.FaultRecord;
import praxis.schemas.json.StrictJson;

import java.time.Duration;

/** A report for machines; times in milliseconds. */
public final class ChaosJson {
    private ChaosJson() {}

    public static String of(ChaosReport report) {
        ObjectNode json =
                StrictJson.object()
                        .put("seed", report.seed())
                        .put("seconds", report.length().toSeconds())
                        .put("worst_stall", millis(report.worstStall()));
        ArrayNode remarks = json.putArray("remarks");
        report.remarks().forEach(remarks::add);
        ArrayNode faults = json.putArray("faults");
        report.faults().forEach(fault -> put(faults.addObject(), fault));
        answers(report, json.putObject("answers"));
        json.putObject("by_edges")
                .put("answers", report.edges().answers())
                .put("over_800_ms", report.edges().over800Millis())
                .put("over_900_ms", report.edges().over900Millis())
                .put("over_a_second", report.edges().overSecond())
                .put("unread", report.edges().unread());
        json.putObject("readers")
                .put("pages", report.readers().pages())
                .put("errors", report.readers().errors())
                .put("silences", report.readers().silences())
                .put("worst", millis(report.readers().worst()))
                .put("served_afterwards", report.readersServed());
        ObjectNode lag = json.putObject("lag").put("worst", report.worstLag());
        report.settled().ifPresent(settled -> lag.put("settled", millis(settled)));
        json.put("acknowledged", report.acknowledged())
                .put("rows", report.found().rows())
                .put("lost", report.found().lost().size())
                .put("twice", report.found().twice().size())
                .put("out_of_order", report.found().outOfOrder().size())
                .put("verified", report.verified())
                .put("died", report.deaths().size())
                .put("not_back", report.troubles().size());
        ArrayNode violations = json.putArray("violations");
        report.violations().forEach(violations::add);
        return StrictJson.write(json);
    }

    private static void put(ObjectNode json, FaultRecord fault) {
        json.put("number", fault.planned().number())
                .put("kind", fault.planned().kind().name())
                .put("part", fault.planned().part().name())
                .put("begin", millis(fault.began()))
                .put("end", millis(fault.ended()));
        fault.recovery().ifPresent(recovery -> json.put("recovery", millis(recovery)));
    }

    private static void answers(ChaosReport report, ObjectNode json) {
        var answers = report.answers();
        json.put("requests", answers.attempts())
                .put("accepted", answers.accepted())
                .put("server_errors", answers.serverErrors())
                .put("rejected", answers.rejected())
                .put("without_an_edge", answers.excused())
                .put("p50", answers.times().p50())
                .put("p99", answers.times().p99())
                .put("worst", answers.times().max())
                .put("later_than_a_second", answers.late().size())
                .put("never", answers.owed().size());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
