package praxis.processor.apply;

import java.time.InstantSource;

class MemoryOutboxTest extends OutboxContract {
    private final MemoryOutbox outbox = new MemoryOutbox(InstantSource.system());
    private final MemoryBookingStore store = new MemoryBookingStore(outbox::commit);

    @Override
    BookingStore store() {
        return store;
    }

    @Override
    Outbox outbox() {
        return outbox;
    }
}
