package praxis.sandbox.chaos;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import praxis.sandbox.chaos.report.ChaosJson;
import praxis.sandbox.chaos.report.ChaosReport;
import praxis.sandbox.chaos.report.ChaosTable;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Interrupts;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Breaks a system of its own under traffic, and proves that nothing was lost or doubled. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Kills, pauses, cuts off and fills up the parts of a system of its own under traffic,",
            "and compares what was acknowledged with what the database holds afterwards.",
            "Exit code 0 when nothing was lost, doubled, out of order or answered late.",
            "Filling up the database's disk takes the right to mount one; else that is left out."
        })
public final class ChaosCommand implements Callable<Integer> {
    private static final int VIOLATED = 1;
    private static final int INTERRUPTED = 130;
    private static final int MOST_MINUTES = 24 * 60;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long things are broken (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats the faults and the traffic of an earlier run.")
    private long seed = new SecureRandom().nextInt(1_000_000);

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public ChaosCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ParameterException(
                    spec.commandLine(), "--minutes takes a number from 1 to " + MOST_MINUTES + ".");
        }
        Screen screen = new Screen(spec.commandLine().getErr(), surroundings.clock());
        stopOnCtrlC(Thread.currentThread());
        try {
            ChaosReport report =
                    new ChaosRun(surroundings, screen, Duration.ofMinutes(minutes), seed).run();
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? ChaosJson.of(report) : ChaosTable.of(report));
            out.flush();
            return report.violations().isEmpty() ? 0 : VIOLATED;
        } catch (InterruptedException stopped) {
            return INTERRUPTED;
        }
    }

    /** The second time at once; what was started ends with this process. */
    private static void stopOnCtrlC(Thread running) {
        AtomicBoolean again = new AtomicBoolean();
        Interrupts.handle(
                () -> {
                    if (again.getAndSet(true)) {
                        Runtime.getRuntime().halt(INTERRUPTED);
                    }
                    running.interrupt();
                });
    }
}
