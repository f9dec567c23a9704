package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import praxis.sandbox.system.ForegroundProgram;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningSandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Lets the processor program prove that log, tree and tables are in order. */
@Command(
        name = "verify",
        description = {
            "Checks log, tree and tables of the running sandbox; exit code 0 when all is well.",
            "Further options go to the processor's own verify command."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Unmatched private List<String> arguments = new ArrayList<>();

    private final Surroundings surroundings;

    public VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunningSandbox sandbox = RunningSandbox.demand(surroundings.files());
        List<String> words = new ArrayList<>(List.of("verify"));
        words.addAll(arguments);
        return new ForegroundProgram(surroundings.files(), surroundings.java(), sandbox)
                .run(Program.EVENT_PROCESSOR, words);
    }
}
