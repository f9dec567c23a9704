package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import praxis.sandbox.system.ForegroundProgram;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningSandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Lets the processor program make the tables again from the log. */
@Command(
        name = "rebuild",
        description = {
            "Makes the running sandbox's tables again from the log and compares them; exit code 0"
                    + " when they are the same.",
            "Further options go to the processor's own rebuild command; README.md names them."
        })
public final class RebuildCommand implements Callable<Integer> {
    @Unmatched private List<String> arguments = new ArrayList<>();

    private final Surroundings surroundings;

    public RebuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunningSandbox sandbox = RunningSandbox.demand(surroundings.files());
        List<String> words = new ArrayList<>(List.of("rebuild"));
        words.addAll(arguments);
        return new ForegroundProgram(surroundings.files(), surroundings.java(), sandbox)
                .run(Program.EVENT_PROCESSOR, words);
    }
}
