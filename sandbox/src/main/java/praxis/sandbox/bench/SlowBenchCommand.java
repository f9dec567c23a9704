package praxis.sandbox.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.command.Surroundings;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Measures what slow clients do to the others. */
@Command(
        name = "slow",
        mixinStandardHelpOptions = true,
        description = "Answer times of edge and read API, without and with slow clients.")
final class SlowBenchCommand implements Callable<Integer> {
    @Mixin private BenchOptions options = new BenchOptions();

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Slow clients at the same time (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Honest requests per second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Length of a round (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    SlowBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        SlowBench bench =
                new SlowBench(
                        surroundings,
                        options.rounds(),
                        options.warmUp(),
                        Duration.ofSeconds(seconds),
                        clients,
                        rate);
        return BenchRunner.run(bench, options, spec, surroundings);
    }
}
