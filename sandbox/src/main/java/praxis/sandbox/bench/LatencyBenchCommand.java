package praxis.sandbox.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.command.Surroundings;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Measures how long it takes until an appointment can be seen. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "From the webhook to the committed row, beside a bare consumer's.")
final class LatencyBenchCommand implements Callable<Integer> {
    @Mixin private BenchOptions options = new BenchOptions();

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "150",
            description = "Webhooks of an idle round (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Length of a round under load (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    LatencyBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        LatencyBench bench =
                new LatencyBench(
                        surroundings,
                        options.rounds(),
                        options.warmUp(),
                        samples,
                        Duration.ofSeconds(seconds));
        return BenchRunner.run(bench, options, spec, surroundings);
    }
}
