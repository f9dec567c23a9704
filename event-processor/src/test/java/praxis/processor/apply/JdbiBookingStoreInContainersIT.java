package praxis.processor.apply;

import org.testcontainers.junit.jupiter.Testcontainers;

/** The store keeps the contract in the database of docker-compose.yml, where an engine is. */
@Testcontainers(disabledWithoutDocker = true)
class JdbiBookingStoreInContainersIT extends JdbiBookingStoreContract {
    JdbiBookingStoreInContainersIT() {
        super(TestDatabase.freshInContainer());
    }
}
