package praxis.processor.simulate;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import praxis.processor.simulate.plant.PlantedBug;
import praxis.processor.simulate.world.Build;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What {@code ./praxis simulate} runs. */
@Command(
        name = "./praxis simulate",
        description = {
            "Runs the processor in a made-up world, each seed another one.",
            "Exit code 1 and the smallest history that shows it if anything does not hold."
        },
        mixinStandardHelpOptions = true)
public final class SimulateApplication implements Callable<Integer> {
    private static final int SOMETHING_BROKE = 1;

    @Option(names = "--seed", defaultValue = "0", description = "The (first) seed; 0 if not told.")
    private long seed;

    @Option(names = "--seeds", defaultValue = "1", description = "How many; 1 if not told.")
    private long seeds;

    @Option(
            names = "--planted-bug",
            description = "Puts a bug in, to see it found: ${COMPLETION-CANDIDATES}.")
    private @Nullable PlantedBug plantedBug;

    @Spec private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulateApplication()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be 1 or more.");
        }
        Build.Maker build = plantedBug == null ? Build::asItIs : plantedBug.build();
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        Optional<Seeds.Found> found = Seeds.firstBroken(seed, seeds, build);
        if (found.isPresent()) {
            String bug = plantedBug == null ? "" : " --planted-bug " + plantedBug;
            out.println(FailureReport.of(found.get(), build) + bug);
            return SOMETHING_BROKE;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.printf(
                "%,d seeds from %d on in %,d ms: everything holds%n", seeds, seed, took.toMillis());
        if (seeds == 1) {
            out.println("trace hash " + traceHash(build));
        }
        return 0;
    }

    private String traceHash(Build.Maker build) {
        try (Quiet _ = new Quiet()) {
            return Simulation.of(seed, build).traceHash();
        }
    }
}
