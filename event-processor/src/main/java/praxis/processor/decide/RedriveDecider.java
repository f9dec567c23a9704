package praxis.processor.decide;

import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.FailedEvent;
import praxis.processor.model.IdentityKey;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.processor.model.TakenIdentity;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.RedriveEvent;

import java.util.Optional;

/**
 * Decides what an event that failed does when staff have it processed again: what it would do had
 * it come only now, but as of its own receipt, so that it overwrites nothing that came since.
 */
final class RedriveDecider {
    private RedriveDecider() {}

    static Decision decide(Draft draft, RedriveEvent command) {
        Optional<FailedEvent> failed = draft.state().failedEvent(command.event());
        if (failed.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such event that failed.");
        }
        String key = IdentityKey.ofRedriven(command.event());
        if (draft.state().identity(key).isPresent()) {
            return draft.refuse(
                    Refusal.ALREADY_PROCESSED, "The event was processed since it failed.");
        }
        return failed.get()
                .delivery()
                .map(delivery -> again(draft, failed.get(), delivery, key))
                .orElseGet(
                        () ->
                                draft.refuse(
                                        Refusal.PAYLOAD_ERASED, "What the event said is erased."));
    }

    private static Decision again(Draft draft, FailedEvent failed, Received first, String key) {
        Received order = draft.received();
        Decision again = decide(draft.state(), failed, first.againAt(order.offset()));
        Decision logged = new Decision(draft.repeats(failed.id(), again.entry()), again.effects());
        return again.entry().status() == ProcessingStatus.ERROR
                ? logged
                : logged.and(
                        new Effect.TakeIdentity(
                                new TakenIdentity(
                                        key,
                                        first.bodyDigest(),
                                        order.eventId(),
                                        order.offset(),
                                        order.receivedAt(),
                                        false)));
    }

    private static Decision decide(BookingState state, FailedEvent failed, Received again) {
        Decision decision = Decider.decide(state, again);
        return decision.entry().status() == ProcessingStatus.SUCCESS
                ? DuplicateRule.unlessOutdated(state, again, failed.offset(), decision)
                : decision;
    }
}
