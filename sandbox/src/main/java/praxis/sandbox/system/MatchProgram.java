package praxis.sandbox.system;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The processor's commands on the matcher, which need neither broker nor database. */
public final class MatchProgram {
    private final ProgramLauncher launcher;

    public MatchProgram(SandboxFiles files, Path java) {
        this.launcher = new ProgramLauncher(files, java);
    }

    /** Speaks to whoever sits at the terminal; the program's exit code. */
    public int run(List<String> arguments) throws InterruptedException {
        return launcher.startInForeground(Program.EVENT_PROCESSOR, words(arguments), Map.of())
                .waitFor();
    }

    /** The program's exit code; what it says goes to {@code log}. */
    public int run(List<String> arguments, File log) throws InterruptedException {
        return launcher.startCommand(
                        Program.EVENT_PROCESSOR, words(arguments), Map.of(), Redirect.to(log))
                .waitFor();
    }

    private static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("match"));
        words.addAll(arguments);
        return words;
    }
}
