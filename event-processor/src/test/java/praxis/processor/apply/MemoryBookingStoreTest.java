package praxis.processor.apply;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.junit.jupiter.api.Nested;

import praxis.processor.model.Settings;

/** The store in memory keeps the contract. */
class MemoryBookingStoreTest {
    private static MemoryBookingStore fresh() {
        return new MemoryBookingStore(row -> {});
    }

    @Nested
    class AsLedger extends BookingStoreContract {
        private MemoryBookingStore memory = fresh();

        @Override
        BookingStore freshStore() {
            memory = fresh();
            return memory;
        }

        @Override
        Snapshot snapshot() {
            return memory.snapshot();
        }

        @Override
        void configure(Settings settings) {
            memory.configure(LINDENHOF, settings);
        }
    }

    @Nested
    class Keeping extends KeepingContract {
        @Override
        BookingStore freshStore() {
            return fresh();
        }
    }

    @Nested
    class Finding extends FindingContract {
        @Override
        BookingStore freshStore() {
            return fresh();
        }
    }
}
