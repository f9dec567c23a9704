package praxis.sandbox.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import praxis.sandbox.system.MatchProgram;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Lets the event-processor's program measure or explain its matcher. */
@Command(
        name = "match",
        description = {
            "Measures the matcher on a labelled CSV file, or explains how two of its records",
            "compare. Needs no running sandbox. All options: ./praxis match evaluate --help",
            "",
            "Example:",
            "  ./praxis match evaluate FILE.csv --truth person \\",
            "      --columns first_name=vorname,last_name=name,date_of_birth=geboren",
            ""
        })
public final class MatchCommand implements Callable<Integer> {
    @Unmatched private List<String> arguments = new ArrayList<>();

    private final Surroundings surroundings;

    private MatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Everything behind its name, also {@code --help}, is for the other program. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new MatchCommand(surroundings)).setStopAtUnmatched(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        return new MatchProgram(surroundings.files(), surroundings.java()).run(arguments);
    }
}
