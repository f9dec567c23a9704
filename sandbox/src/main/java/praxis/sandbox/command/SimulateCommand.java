package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.system.SimulationProgram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Lets the simulation of the event-processor repeat a seed, or try many. */
@Command(
        name = "simulate",
        description = {
            "Runs the event-processor in a made-up world, the same for the same seed.",
            "Odd traffic, lost links, processors that die or overtake each other: exit",
            "code 1, and the smallest history that shows it, if anything that must hold",
            "does not.",
            "",
            "Example:",
            "  ./praxis simulate --seed 7",
            "  ./praxis simulate --seed 0 --seeds 1000 --planted-bug NO_FENCE",
            ""
        })
public final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--seed", defaultValue = "0", description = "The (first) seed; 0 if not told.")
    private long seed;

    @Option(names = "--seeds", defaultValue = "1", description = "How many; 1 if not told.")
    private long seeds;

    @Option(
            names = "--planted-bug",
            description = "Puts a bug in, to see it found; with a wrong name, all are listed.")
    private Optional<String> plantedBug = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seeds < 1) {
            throw Usage.error(spec.commandLine(), "--seeds must be 1 or more.");
        }
        List<String> words = new ArrayList<>(List.of("--seed=" + seed, "--seeds=" + seeds));
        plantedBug.ifPresent(bug -> words.add("--planted-bug=" + bug));
        return new SimulationProgram(surroundings.files(), surroundings.java()).run(words);
    }
}
