package praxis.processor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.testbed.Machines;

import java.nio.file.Path;

/** Records flow with the broker and the database that come with the build. */
class InboundFlowIT extends InboundFlowContract {
    @TempDir static Path directory;
    private static Machines machines;

    InboundFlowIT() {
        super(machines);
    }

    @BeforeAll
    static void startMachines() {
        machines = Machines.start(directory);
    }

    @AfterAll
    static void stopMachines() {
        machines.close();
    }
}
