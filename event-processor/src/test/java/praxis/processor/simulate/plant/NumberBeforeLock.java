package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.Outbox;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.OutboxRow;
import praxis.processor.model.OutboxRow.Place;
import praxis.processor.model.Progress;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Announcements are numbered before the partition is claimed and sent by number: what commits late
 * under a low number is never sent.
 */
final class NumberBeforeLock implements Build {
    private final Map<Row, Long> numbers = new HashMap<>();
    private final Map<Integer, Long> reached = new HashMap<>();
    private long drawn;

    private record Row(int partition, long offset) {}

    @Override
    public BookingStore store(BookingStore store, FakeDatabase database) {
        return new StoreAround(store) {
            @Override
            public <T> T inTransaction(Function<Transaction, T> work) {
                long number = ++drawn;
                return store.inTransaction(
                        transaction -> work.apply(new Numbering(transaction, number)));
            }
        };
    }

    @Override
    public Outbox outbox(Outbox outbox, FakeDatabase database) {
        return new OutboxAround(outbox) {
            @Override
            public List<OutboxRow> waiting(int partition, int most) {
                return database.announced(partition).stream()
                        .filter(row -> number(row.place()) > reached.getOrDefault(partition, 0L))
                        .sorted(
                                Comparator.<OutboxRow>comparingLong(row -> number(row.place()))
                                        .thenComparing(OutboxRow::place))
                        .toList();
            }

            @Override
            public void published(Place last) {
                super.published(last);
                reached.merge(last.partition(), number(last), Math::max);
            }
        };
    }

    private long number(Place place) {
        return Objects.requireNonNull(numbers.get(new Row(place.partition(), place.offset())));
    }

    private final class Numbering extends StoreAround.TransactionAround {
        private final long number;

        private Numbering(BookingStore.Transaction transaction, long number) {
            super(transaction);
            this.number = number;
        }

        @Override
        public void write(Collection<BookingState> states, List<LogRow> rows, Progress after) {
            super.write(states, rows, after);
            rows.forEach(row -> numbers.put(new Row(row.partition(), row.offset()), number));
        }
    }
}
