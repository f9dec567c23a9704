package praxis.processor.apply;

/** The store keeps the contract in the database that comes with the build. */
class JdbiBookingStoreIT extends JdbiBookingStoreContract {
    JdbiBookingStoreIT() {
        super(TestDatabase.fresh());
    }
}
