package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.StateCopies;
import praxis.processor.model.BookingState;
import praxis.processor.model.Needs;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.schemas.record.PracticeId;

import java.util.HashMap;
import java.util.Map;

/**
 * What was loaded once is kept, also when it was rolled back, and when others have written since.
 */
final class StateKept extends StoreAround {
    private final Map<PracticeId, BookingState> kept = new HashMap<>();
    private final FakeDatabase database;

    StateKept(BookingStore store, FakeDatabase database) {
        super(store);
        this.database = database;
    }

    @Override
    Transaction around(Transaction transaction) {
        return new TransactionAround(transaction) {
            @Override
            public Map<PracticeId, BookingState> load(Map<PracticeId, Needs> needs) {
                Map<PracticeId, BookingState> states = new HashMap<>();
                super.load(needs).keySet().forEach(each -> states.put(each, state(each)));
                return states;
            }
        };
    }

    private BookingState state(PracticeId practice) {
        return kept.computeIfAbsent(practice, id -> StateCopies.of(database.snapshot(), id));
    }
}
