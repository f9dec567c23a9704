package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.record.Bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Within the time in which senders repeat, the same bytes are nothing new, or a question. */
final class RetryWithoutIdIsNoNewEvent implements Invariant.OfEachStep {
    private static final Duration RETRY_HORIZON = Duration.ofHours(24);

    private record Body(String practice, Bytes bytes) {}

    private final Map<Body, Instant> settled = new HashMap<>();

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.news().isEmpty() || step.delivery().id().isPresent()) {
            return;
        }
        Body body = new Body(step.practice().value(), step.delivery().body());
        Instant first = settled.get(body);
        Instant now = step.row().receivedAt();
        boolean repeated = first != null && first.plus(RETRY_HORIZON).isAfter(now);
        if (repeated && isNeverNewsAgain(step.news().get()) && isApplied(step)) {
            complaint.accept("a retry is applied");
        }
        if (step.settled() && !repeated) {
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
