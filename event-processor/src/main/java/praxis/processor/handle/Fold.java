package praxis.processor.handle;

import praxis.processor.decide.Decider;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.FailedEvent;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.processor.model.Settings;
import praxis.schemas.record.PracticeId;

import java.util.Map;

/** One step of the fold: a record changes the state of its practice, in this order or none. */
public final class Fold {
    // Nobody can see this practice; records that name none are decided on in its empty state.
    private static final PracticeId NOBODY = new PracticeId("0-no-practice");

    private Fold() {}

    /** What a record does to the state of its practice; must depend on these two alone. */
    @FunctionalInterface
    public interface Rules {
        Decision decide(BookingState state, Received received);
    }

    /** Folds the record into the state of its practice, which must be among {@code states}. */
    public static Folded fold(Map<PracticeId, BookingState> states, DecodedRecord record) {
        return fold(Decider::decide, states, record);
    }

    /** The same by other rules. */
    static Folded fold(Rules rules, Map<PracticeId, BookingState> states, DecodedRecord record) {
        BookingState state =
                record.practice()
                        .map(states::get)
                        .orElseGet(() -> new BookingState(NOBODY, Settings.DEFAULT));
        Decision decision = rules.decide(state, record.received());
        state.apply(decision.effects());
        if (record.received().content() instanceof Received.Content.Webhook) {
            state.noteSignOfLife(record.receivedAt());
            if (decision.entry().status() == ProcessingStatus.ERROR) {
                // Somebody may order it to be processed again before it is read from the log.
                state.load(FailedEvent.of(record.received()));
            }
        }
        return new Folded(record, decision);
    }
}
