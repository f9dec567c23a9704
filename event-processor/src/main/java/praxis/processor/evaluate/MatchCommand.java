package praxis.processor.evaluate;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** The command {@code match}: looks at the matcher from outside, without a database. */
@Command(
        name = "match",
        description = "Measures and explains the matcher on files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(evaluate | explain)")
public final class MatchCommand {
    private MatchCommand() {}

    /**
     * The command with its own subcommands.
     *
     * @param nanoTime to measure with
     */
    public static CommandLine commandLine(LongSupplier nanoTime, PrintWriter out) {
        return new CommandLine(new MatchCommand())
                .addSubcommand(new EvaluateCommand(nanoTime, out))
                .addSubcommand(new ExplainCommand(out));
    }
}
