package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import praxis.sandbox.system.Trouble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Makes an installation's secrets; {@code ./praxis} does the same without anything being built. */
@Command(
        name = "env",
        description = {
            "Makes the secrets of an installation in containers.",
            "Never touches a file that is there already.",
            ""
        })
public final class EnvCommand implements Callable<Integer> {
    private static final Path PROGRAM = Path.of("containers", "new-env");

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to; .env if not told.")
    private Optional<String> file = Optional.empty();

    private final Surroundings surroundings;

    public EnvCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(surroundings.files().root().resolve(PROGRAM).toString()));
        file.ifPresent(command::add);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new Trouble("Cannot run " + PROGRAM + ": " + failed.getMessage(), failed);
        }
    }
}
