package praxis.sandbox.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The event-processor's program, asked about its matcher: without a broker or a database. */
public final class MatcherProgram {
    private final SandboxFiles files;
    private final Path java;

    public MatcherProgram(SandboxFiles files, Path java) {
        this.files = files;
        this.java = java;
    }

    /** The program's exit code. */
    public int run(List<String> arguments) throws InterruptedException {
        Path jar = files.jarOf(Program.EVENT_PROCESSOR);
        if (!Files.exists(jar)) {
            throw new Trouble("The event-processor is not built. ./praxis match builds it.");
        }
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-Dfile.encoding=UTF-8",
                                "-jar",
                                jar.toString(),
                                "match"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new Trouble("Cannot start the event-processor: " + failed.getMessage(), failed);
        }
    }
}
