package praxis.processor.apply;

import org.junit.jupiter.api.AfterEach;

/** The contract, held by the store in PostgreSQL. */
class JdbiBookingStoreIT extends BookingStoreContract {
    private final Database database = TestDatabase.fresh().asProcessor();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    BookingStore store() {
        return new JdbiBookingStore(database.jdbi());
    }

    @Override
    Snapshot snapshot() {
        return new SnapshotReader(database.jdbi()).read();
    }
}
