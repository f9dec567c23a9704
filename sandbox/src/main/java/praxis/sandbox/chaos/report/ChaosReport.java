package praxis.sandbox.chaos.report;

import praxis.sandbox.chaos.check.Comparison;
import praxis.sandbox.chaos.fault.FaultRecord;
import praxis.sandbox.chaos.ground.EdgeTimes;
import praxis.sandbox.chaos.traffic.AnswerBook;
import praxis.sandbox.chaos.traffic.Readers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run found.
 *
 * @param remarks how it was done, a sentence each
 * @param worstStall how late this machine let somebody go on who had slept a moment
 * @param edges what edges say themselves of the times of {@code answers}
 * @param acknowledged events in the journal, by edges and broker
 * @param worstLag in records
 * @param settled from the end of the traffic until the lag was zero by itself; empty if it never
 *     was
 * @param readersServed after the end a reader was served
 * @param verified the processor's own proof held
 * @param deaths programs that ended without having been killed
 * @param troubles parts that did not come back in time
 */
public record ChaosReport(
        long seed,
        Duration length,
        Duration worstStall,
        List<String> remarks,
        List<FaultRecord> faults,
        AnswerBook.Totals answers,
        EdgeTimes.Totals edges,
        Readers.Totals readers,
        long acknowledged,
        Comparison.Finding found,
        long worstLag,
        Optional<Duration> settled,
        boolean readersServed,
        boolean verified,
        List<String> deaths,
        List<String> troubles) {

    /** What must never have happened, in words; empty when all is well. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        found.lost().forEach(each -> violations.add("lost: " + each));
        found.twice().forEach(each -> violations.add("twice: " + each));
        found.outOfOrder().forEach(each -> violations.add("out of order: " + each));
        answers.late().forEach(each -> violations.add("late answer: " + each));
        answers.owed().forEach(each -> violations.add("no answer: " + each));
        deaths.forEach(each -> violations.add("died by itself: " + each));
        troubles.forEach(each -> violations.add("not back in time: " + each));
        if (settled.isEmpty()) {
            violations.add("the lag did not come back to zero");
        }
        if (!verified) {
            violations.add("./praxis verify does not agree; see the log named verify");
        }
        if (readers.pages() == 0 || !readersServed) {
            violations.add("readers are not served");
        }
        return List.copyOf(violations);
    }
}
