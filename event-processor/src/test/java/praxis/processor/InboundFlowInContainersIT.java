package praxis.processor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Testcontainers;

import praxis.processor.testbed.Machines;

/** Records flow with the broker and the database of docker-compose.yml, where an engine is. */
@Testcontainers(disabledWithoutDocker = true)
class InboundFlowInContainersIT extends InboundFlowContract {
    private static Machines machines;

    InboundFlowInContainersIT() {
        super(machines);
    }

    @BeforeAll
    static void startMachines() {
        machines = Machines.inContainers();
    }

    @AfterAll
    static void stopMachines() {
        machines.close();
    }
}
