package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;
import praxis.processor.simulate.world.FakeDatabase;

import java.util.Collection;
import java.util.List;

/** The log rows are there before the rest is committed, and stay when it is not. */
final class LogRowOutside extends StoreAround {
    private final FakeDatabase database;

    LogRowOutside(BookingStore store, FakeDatabase database) {
        super(store);
        this.database = database;
    }

    @Override
    Transaction around(Transaction transaction) {
        return new TransactionAround(transaction) {
            @Override
            public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
                super.write(states, List.of(), after);
                database.rows().addAll(rows);
            }
        };
    }
}
