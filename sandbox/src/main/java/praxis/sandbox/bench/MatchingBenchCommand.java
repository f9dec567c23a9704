package praxis.sandbox.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.command.Surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures what a newcomer costs as practices grow. */
@Command(
        name = "matching",
        mixinStandardHelpOptions = true,
        description = {
            "Time and candidates per newcomer in practices of several sizes.",
            "With a million patients it takes some minutes to fill them."
        })
final class MatchingBenchCommand implements Callable<Integer> {
    @Mixin private BenchOptions options = new BenchOptions();

    @Option(
            names = "--sizes",
            paramLabel = "N,…",
            split = ",",
            defaultValue = "1000,100000,1000000",
            description = "Patients of a practice (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Newcomers of a round (default: ${DEFAULT-VALUE}).")
    private int events;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    MatchingBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        MatchingBench bench =
                new MatchingBench(surroundings, options.rounds(), List.copyOf(sizes), events);
        return BenchRunner.run(bench, options, spec, surroundings);
    }
}
