package praxis.sandbox.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The simulation, which is made of the event-processor and of its tests. */
public final class SimulationProgram {
    private static final String MAIN = "praxis.processor.simulate.SimulateApplication";

    private final SandboxFiles files;
    private final Path java;

    public SimulationProgram(SandboxFiles files, Path java) {
        this.files = files;
        this.java = java;
    }

    /** The program's exit code. */
    public int run(List<String> arguments) throws InterruptedException {
        Path tests = files.testClassesOf(Program.EVENT_PROCESSOR);
        Path main = tests.resolve(MAIN.replace('.', File.separatorChar) + ".class");
        if (!Files.exists(main)) {
            throw new Trouble("The simulation is not built. ./praxis simulate builds it.");
        }
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(Program.EVENT_PROCESSOR.javaFlags());
        command.add("-cp");
        command.add(files.jarOf(Program.EVENT_PROCESSOR) + File.pathSeparator + tests);
        command.add(MAIN);
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new Trouble("Cannot start the simulation: " + failed.getMessage(), failed);
        }
    }
}
