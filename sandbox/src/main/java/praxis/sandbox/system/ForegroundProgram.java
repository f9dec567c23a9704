package praxis.sandbox.system;

import java.nio.file.Path;
import java.util.List;

/** Runs a command of one of the programs against the sandbox that runs. */
public final class ForegroundProgram {
    /** The command serves no requests; whatever port it might take has to be free. */
    private static final int ANY_PORT = 0;

    private static final int USUAL_RATE_LIMIT = 100;

    private final SandboxFiles files;
    private final ProgramLauncher launcher;
    private final RunningSandbox sandbox;

    public ForegroundProgram(SandboxFiles files, Path java, RunningSandbox sandbox) {
        this.files = files;
        this.launcher = new ProgramLauncher(files, java);
        this.sandbox = sandbox;
    }

    /** The program's exit code. */
    public int run(Program program, List<String> arguments) throws InterruptedException {
        ProgramEnvironment environment =
                new ProgramEnvironment(
                        Secrets.of(files),
                        sandbox.kafkaBootstrap(),
                        sandbox.databaseUrl(),
                        USUAL_RATE_LIMIT);
        return launcher.startInForeground(program, arguments, environment.of(program, ANY_PORT))
                .waitFor();
    }
}
