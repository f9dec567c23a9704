package praxis.sandbox.system;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the commands that run the programs. */
final class ProgramLauncher {
    /** Ctrl-C reaches every process of the terminal; only the sandbox shall act on it. */
    private static final String DEAF_TO_CTRL_C = "trap '' INT HUP; exec \"$@\"";

    private final SandboxFiles files;
    private final Path java;

    ProgramLauncher(SandboxFiles files, Path java) {
        this.files = files;
        this.java = java;
    }

    Process start(Instance instance, Map<String, String> environment, Redirect log) {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", DEAF_TO_CTRL_C, instance.name()));
        command.addAll(command(instance.program(), List.of()));
        ProcessBuilder builder =
                builder(command, environment).redirectErrorStream(true).redirectOutput(log);
        return start(builder);
    }

    /** Runs a command of the program that ends by itself; what it says goes to {@code log}. */
    Process startCommand(
            Program program,
            List<String> arguments,
            Map<String, String> environment,
            Redirect log) {
        return start(
                builder(command(program, arguments), environment)
                        .redirectErrorStream(true)
                        .redirectOutput(log));
    }

    /** Runs in the foreground: terminal, Ctrl-C and all. */
    Process startInForeground(
            Program program, List<String> arguments, Map<String, String> environment) {
        return start(builder(command(program, arguments), environment).inheritIO());
    }

    private List<String> command(Program program, List<String> arguments) {
        Path jar = files.jarOf(program);
        if (!Files.exists(jar)) {
            throw new Trouble(jar + " is missing. Build it with: mvn -DskipTests package");
        }
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(program.javaFlags());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }

    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(files.root().toFile());
        // What the person's shell sets for another installation must not leak into this one.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PRAXIS_") || name.startsWith("BOOKING_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new Trouble("Cannot start a program: " + failed.getMessage(), failed);
        }
    }
}
