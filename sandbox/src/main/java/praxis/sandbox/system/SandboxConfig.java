package praxis.sandbox.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How a sandbox is to be started.
 *
 * @param java the executable that runs the programs
 * @param programs which of them; the others are left out
 * @param edges how many edges, on counted-up ports
 * @param processors how many processors, on counted-up ports
 * @param startPatience how long one program may take until it is ready
 */
public record SandboxConfig(
        SandboxFiles files,
        Path java,
        Ports ports,
        Set<Program> programs,
        int edges,
        int processors,
        int rateLimitPerMinute,
        Duration startPatience) {
    private static final int MOST_INSTANCES = 9;

    public SandboxConfig {
        programs = Set.copyOf(programs);
        if (edges < 1 || edges > MOST_INSTANCES || processors < 1 || processors > MOST_INSTANCES) {
            throw new Trouble(
                    "One to " + MOST_INSTANCES + " edges and processors fit on one machine.");
        }
    }
}
