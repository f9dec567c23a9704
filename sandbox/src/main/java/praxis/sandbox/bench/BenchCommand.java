package praxis.sandbox.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import praxis.sandbox.command.Surroundings;

/** Measures the parts of the system, each beside the least that could do its work. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(processor | edge | latency | slow | matching)",
        description = {
            "Measures a part of the system beside the least that could do its work, in one run.",
            "Uses a broker, a database and data of its own, and every core of the machine."
        })
public final class BenchCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private BenchCommand() {}

    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new ProcessorBenchCommand(surroundings))
                .addSubcommand(new EdgeBenchCommand(surroundings))
                .addSubcommand(new LatencyBenchCommand(surroundings))
                .addSubcommand(new SlowBenchCommand(surroundings))
                .addSubcommand(new MatchingBenchCommand(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say which: processor, edge, latency, slow or matching.");
    }
}
