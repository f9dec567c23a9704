package praxis.processor.apply;

import org.junit.jupiter.api.AfterEach;

class JdbiOutboxIT extends OutboxContract {
    private final Database connections = TestDatabase.fresh().asProcessor();

    @AfterEach
    void leave() {
        connections.close();
    }

    @Override
    BookingStore store() {
        return new JdbiBookingStore(connections.jdbi());
    }

    @Override
    Outbox outbox() {
        return new JdbiOutbox(connections.jdbi());
    }
}
