package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.StateCopies;
import praxis.processor.handle.Fold;
import praxis.processor.model.BookingState;
import praxis.processor.model.Needs;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.schemas.record.PracticeId;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Each record of a batch is decided on what was loaded, and does not see the ones before it. */
final class NoOverlay implements Build {
    private final Map<PracticeId, BookingState> loaded = new HashMap<>();

    @Override
    public Fold.Rules rules(Fold.Rules rules, InstantSource clock) {
        return (state, received) ->
                rules.decide(loaded.getOrDefault(state.practice(), state), received);
    }

    @Override
    public BookingStore store(BookingStore store, FakeDatabase database) {
        return new StoreAround(store) {
            @Override
            Transaction around(Transaction transaction) {
                return new TransactionAround(transaction) {
                    @Override
                    public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
                        needs.keySet().forEach(practice -> keep(practice, database));
                        return super.load(needs);
                    }
                };
            }
        };
    }

    private void keep(PracticeId practice, FakeDatabase database) {
        loaded.put(practice, StateCopies.of(database.snapshot(), practice));
    }
}
