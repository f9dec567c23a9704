package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.record.Bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Within the time in which senders repeat, the same bytes are nothing new, or a question. */
final class RetryWithoutIdIsNoNewEvent implements Invariant.OfEachStep {
    private record Body(String practice, Bytes bytes) {}

    private final Map<Body, Instant> settled = new HashMap<>();
    private final Set<Body> forgotten = new HashSet<>();

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.answer().filter(Answer.Dismiss.class::isInstance).isPresent()) {
            // What was dismissed is forgotten, and may be heard afresh once it is wanted again.
            settled.keySet().stream()
                    .filter(body -> body.practice().equals(step.practice().value()))
                    .forEach(forgotten::add);
        }
        if (step.news().isEmpty() || step.delivery().id().isPresent()) {
            return;
        }
        Body body = new Body(step.practice().value(), step.delivery().body());
        Instant first = settled.get(body);
        Instant now = step.row().receivedAt();
        Duration horizon = step.before().settings().retryHorizon();
        boolean repeated = first != null && first.plus(horizon).isAfter(now);
        if (repeated
                && !forgotten.contains(body)
                && isNeverNewsAgain(step.news().get())
                && isApplied(step)) {
            complaint.accept("a retry is applied");
        }
        if (step.settled() && !step.isIgnored() && !repeated) {
            settled.put(body, now);
        }
    }

    /** A patient is looked at again: others may have come who resemble them. */
    private static boolean isNeverNewsAgain(Said said) {
        return said.isAboutAppointment() || said.type() == EventType.PATIENT_DELETED;
    }

    private static boolean isApplied(Step step) {
        return !step.has(ProcessingStatus.DUPLICATE) && !step.has(ProcessingStatus.NEEDS_REVIEW);
    }
}
