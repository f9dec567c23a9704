package praxis.sandbox.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import praxis.sandbox.command.Surroundings;

import java.util.concurrent.Callable;

/** Measures how many records a processor takes. */
@Command(
        name = "processor",
        mixinStandardHelpOptions = true,
        description = "Records per second, beside the same rows written without any deciding.")
final class ProcessorBenchCommand implements Callable<Integer> {
    @Mixin private BenchOptions options = new BenchOptions();

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Records of a round (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(
            names = "--practices",
            paramLabel = "N",
            defaultValue = "100",
            description = "Practices of the second variant (default: ${DEFAULT-VALUE}).")
    private int practices;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    ProcessorBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        ProcessorBench bench =
                new ProcessorBench(
                        surroundings, options.rounds(), options.warmUp(), records, practices);
        return BenchRunner.run(bench, options, spec, surroundings);
    }
}
