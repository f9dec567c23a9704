package praxis.sandbox.system;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Starts programs, tells each what it needs, and keeps them on the leash. */
public final class ProgramStart {
    private final SandboxFiles files;
    private final ProgramLauncher launcher;
    private final ProgramEnvironment environment;
    private final Leash leash;

    public ProgramStart(
            SandboxFiles files, Path java, ProgramEnvironment environment, Leash leash) {
        this.files = files;
        this.launcher = new ProgramLauncher(files, java);
        this.environment = environment;
        this.leash = leash;
    }

    public RunningProgram start(Instance instance) {
        return start(instance, Redirect.to(log(instance)));
    }

    /** After an end; the log goes on where it stopped. */
    public RunningProgram startAgain(Instance instance) {
        return start(instance, Redirect.appendTo(log(instance)));
    }

    /** Runs a command of {@code program} to its end; its exit code. */
    public int run(Program program, List<String> arguments, Path log) throws InterruptedException {
        int noPort = 0;
        Process process =
                launcher.startCommand(
                        program,
                        arguments,
                        environment.of(program, noPort),
                        Redirect.to(log.toFile()));
        leash.hold(process.pid(), Leash.Farewell.TERM);
        try {
            return process.waitFor();
        } finally {
            process.destroy();
            leash.release(process.pid());
        }
    }

    private RunningProgram start(Instance instance, Redirect log) {
        Process process =
                launcher.start(instance, environment.of(instance.program(), instance.port()), log);
        leash.hold(process.pid(), Leash.Farewell.TERM);
        RunningProgram program = new RunningProgram(instance, process, files.log(instance.name()));
        program.onEnd(() -> leash.release(process.pid()));
        return program;
    }

    private File log(Instance instance) {
        return files.log(instance.name()).toFile();
    }
}
