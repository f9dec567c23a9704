package praxis.processor.simulate.plant;

import org.jspecify.annotations.Nullable;

import praxis.processor.apply.BookingStore;
import praxis.processor.handle.Fold;
import praxis.processor.model.BookingState;
import praxis.processor.model.Needs;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** All records of a batch count as received when its first one was. */
final class TimePerBatch implements Build {
    private @Nullable Instant batch;
    private boolean batched;

    @Override
    public Fold.Rules rules(Fold.Rules rules, InstantSource clock) {
        return (state, received) -> {
            Instant time = batch;
            if (time == null) {
                time = received.receivedAt();
                batch = batched ? time : null;
            }
            return rules.decide(state, Edits.receivedAt(received, time));
        };
    }

    @Override
    public BookingStore store(BookingStore store, FakeDatabase database) {
        batched = true;
        return new StoreAround(store) {
            @Override
            Transaction around(Transaction transaction) {
                return new TransactionAround(transaction) {
                    @Override
                    public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
                        batch = null;
                        return super.load(needs);
                    }
                };
            }
        };
    }
}
