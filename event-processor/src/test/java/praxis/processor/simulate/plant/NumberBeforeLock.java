package praxis.processor.simulate.plant;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.FakeDatabase;
import praxis.processor.simulate.world.Letter;
import praxis.processor.simulate.world.Postman;

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
    private final Map<String, Long> numbers = new HashMap<>();
    private long drawn;

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
    public Postman postman() {
        return (written, sent) -> {
            long reached = sent.stream().mapToLong(this::number).max().orElse(0);
            return written.stream()
                    .filter(letter -> !sent.contains(letter) && number(letter) >= reached)
                    .sorted(Comparator.comparingLong(this::number).thenComparing(Letter.ORDER))
                    .toList();
        };
    }

    private long number(Letter letter) {
        return Objects.requireNonNull(numbers.get(letter.partition() + ":" + letter.offset()));
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
            rows.forEach(row -> numbers.put(row.partition() + ":" + row.offset(), number));
        }
    }
}
