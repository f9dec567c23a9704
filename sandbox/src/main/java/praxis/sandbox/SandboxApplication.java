package praxis.sandbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import praxis.sandbox.bench.BenchCommand;
import praxis.sandbox.chaos.ChaosCommand;
import praxis.sandbox.command.EnvCommand;
import praxis.sandbox.command.JudgeCommand;
import praxis.sandbox.command.MatchCommand;
import praxis.sandbox.command.PopulationCommand;
import praxis.sandbox.command.RebuildCommand;
import praxis.sandbox.command.SendCommand;
import praxis.sandbox.command.SimulateCommand;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.command.TailCommand;
import praxis.sandbox.command.TokenCommand;
import praxis.sandbox.command.UpCommand;
import praxis.sandbox.command.VerifyCommand;
import praxis.sandbox.system.SandboxFiles;
import praxis.sandbox.system.Trouble;

import java.nio.file.Path;
import java.time.InstantSource;

/** What {@code ./praxis} runs: the table of its commands. */
@Command(
        name = "./praxis",
        description = "The booking pipeline on one machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
public final class SandboxApplication {
    private static final int TROUBLE = 1;

    private SandboxApplication() {}

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("praxis.root", "")).toAbsolutePath();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        SandboxFiles files = new SandboxFiles(root, root.resolve(".sandbox"));
        System.exit(
                commandLine(new Surroundings(files, java, InstantSource.system()))
                        .execute(arguments));
    }

    public static CommandLine commandLine(Surroundings surroundings) {
        CommandLine praxis =
                new CommandLine(new SandboxApplication())
                        .addSubcommand(new UpCommand(surroundings))
                        .addSubcommand(new SendCommand(surroundings))
                        .addSubcommand(new TokenCommand(surroundings))
                        .addSubcommand(new TailCommand(surroundings))
                        .addSubcommand(new VerifyCommand(surroundings))
                        .addSubcommand(new RebuildCommand(surroundings))
                        .addSubcommand(new SimulateCommand(surroundings))
                        .addSubcommand(new EnvCommand(surroundings))
                        .addSubcommand(new PopulationCommand())
                        .addSubcommand(new JudgeCommand(surroundings))
                        .addSubcommand(MatchCommand.commandLine(surroundings))
                        .addSubcommand(BenchCommand.commandLine(surroundings))
                        .addSubcommand(new ChaosCommand(surroundings))
                        .setExpandAtFiles(false)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(SandboxApplication::explain);
        praxis.getSubcommands().values().forEach(SandboxApplication::offerHelp);
        return praxis;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed)
            throws Exception {
        if (failure instanceof Trouble trouble) {
            command.getErr().println(trouble.getMessage());
            return TROUBLE;
        }
        throw failure;
    }

    private static void offerHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(
                            OptionSpec.builder("-h", "--help")
                                    .usageHelp(true)
                                    .description("Shows this text.")
                                    .build());
        }
    }
}
