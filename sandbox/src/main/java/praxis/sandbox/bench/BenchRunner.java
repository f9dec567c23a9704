package praxis.sandbox.bench;

import picocli.CommandLine.Model.CommandSpec;

import praxis.sandbox.bench.report.Report;
import praxis.sandbox.bench.report.ReportJson;
import praxis.sandbox.bench.report.ReportTable;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Interrupts;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a benchmark for somebody at a terminal: what it is at on one stream, figures on the other.
 */
final class BenchRunner {
    private static final int INTERRUPTED = 130;

    private BenchRunner() {}

    static int run(Bench bench, BenchOptions options, CommandSpec spec, Surroundings surroundings)
            throws IOException, SQLException {
        Screen screen = new Screen(spec.commandLine().getErr(), surroundings.clock());
        stopOnCtrlC(Thread.currentThread());
        try {
            Report report = bench.run(screen);
            PrintWriter out = spec.commandLine().getOut();
            out.println(options.json() ? ReportJson.of(report) : ReportTable.of(report));
            out.flush();
            return 0;
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
