package praxis.processor.apply;

/** The contract, held by the store in memory. */
class MemoryBookingStoreTest extends BookingStoreContract {
    private final MemoryBookingStore store = new MemoryBookingStore(_ -> {});

    @Override
    BookingStore store() {
        return store;
    }

    @Override
    Snapshot snapshot() {
        return store.snapshot();
    }
}
