package praxis.sandbox.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.command.Surroundings;
import praxis.schemas.record.SignatureScheme;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Measures how many webhooks an edge takes. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description = "Signed webhooks per second, beside a bare server that signs and appends.")
final class EdgeBenchCommand implements Callable<Integer> {
    @Mixin private BenchOptions options = new BenchOptions();

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            description = "Kept connections (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Length of a round (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--scheme",
            defaultValue = "BODY",
            description = "How requests are signed: ${COMPLETION-CANDIDATES}.")
    private SignatureScheme scheme = SignatureScheme.BODY;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    EdgeBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        EdgeBench bench =
                new EdgeBench(
                        surroundings,
                        options.rounds(),
                        options.warmUp(),
                        Duration.ofSeconds(seconds),
                        connections,
                        scheme);
        return BenchRunner.run(bench, options, spec, surroundings);
    }
}
