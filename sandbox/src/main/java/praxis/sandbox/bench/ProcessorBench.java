package praxis.sandbox.bench;

import praxis.sandbox.bench.ground.CpuClock;
import praxis.sandbox.bench.ground.Ground;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.ground.Settings;
import praxis.sandbox.bench.limit.LimitTables;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.report.Mark;
import praxis.sandbox.bench.report.Report;
import praxis.sandbox.bench.traffic.Prefill;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Program;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records through the real processor, and the same rows written without it, by turns. */
record ProcessorBench(
        Surroundings surroundings, int rounds, Duration warmUp, int records, int practices)
        implements Bench {
    private static final double MUST_PER_SECOND = 10_000;
    private static final double GOAL_OF_LIMIT = 0.6;
    private static final int WARM_UP_STEP = 20_000;

    @Override
    public Report run(Screen screen) throws IOException, SQLException, InterruptedException {
        try (Ground ground = Ground.start(surroundings, Set.of(Program.EVENT_PROCESSOR), screen);
                Connection watching = ground.database();
                Connection bareConnection = ground.database();
                Connection indexedConnection = ground.database();
                Prefill prefill = new Prefill(ground.kafkaBootstrap(), surroundings.clock())) {
            Map<String, String> settings = Settings.of(ground, List.of(Program.EVENT_PROCESSOR));
            settings.put(
                    "records",
                    "%d a round, some 500 bytes each, patients 1 : appointments 5"
                            .formatted(records));
            LimitSide bare = new LimitSide(bareConnection, LimitTables.BARE, surroundings.clock());
            LimitSide indexed =
                    new LimitSide(indexedConnection, LimitTables.INDEXED, surroundings.clock());
            long pid = ground.program(Program.EVENT_PROCESSOR).pid();
            ProgressQueries progress = new ProgressQueries(watching);
            ProcessorVariant one = variant(1, progress, pid);
            ProcessorVariant many = variant(practices, progress, pid);
            warmUp(one, many, prefill, screen);
            bare.warmUp();
            indexed.warmUp();
            List<Line> lines = new ArrayList<>();
            for (int i = 1; i <= rounds; i++) {
                screen.say("  round " + i + " of " + rounds);
                lines.add(one.measure(prefill, records, pid, () -> bare.measure(records)));
                lines.add(many.measure(prefill, records, pid, () -> indexed.measure(records)));
            }
            lines.addAll(bare.lines());
            lines.addAll(indexed.lines());
            lines.addAll(List.of(bare.medians(), indexed.medians(), one.medians(), many.medians()));
            return new Report("processor", settings, lines, marks(one, many, bare), remarks());
        }
    }

    private ProcessorVariant variant(int practiceCount, ProgressQueries progress, long pid) {
        return new ProcessorVariant(
                practiceCount, progress, new CpuClock(pid), surroundings.clock());
    }

    private void warmUp(ProcessorVariant one, ProcessorVariant many, Prefill prefill, Screen screen)
            throws SQLException, InterruptedException {
        screen.say("  warming up");
        long end = System.nanoTime() + warmUp.toNanos();
        do {
            one.warmUp(prefill, Math.min(records, WARM_UP_STEP));
            many.warmUp(prefill, Math.min(records, WARM_UP_STEP));
        } while (System.nanoTime() < end);
    }

    private static List<Mark> marks(ProcessorVariant one, ProcessorVariant many, LimitSide limit) {
        List<Mark> marks = new ArrayList<>();
        for (ProcessorVariant variant : List.of(one, many)) {
            marks.add(
                    Mark.atLeast(
                            "records/s, " + variant.name(),
                            variant.perSecond(),
                            MUST_PER_SECOND,
                            MUST_PER_SECOND));
            marks.add(
                    Mark.wantedAtLeast(
                            "÷ limit, " + variant.name(),
                            variant.perSecond() / limit.perSecond(),
                            GOAL_OF_LIMIT));
        }
        return marks;
    }

    private static List<String> remarks() {
        return List.of(
                "limit: the same appointments upserted, log rows and payloads by COPY, and the"
                        + " position;",
                "over one connection, nothing read, matched or decided. bare: tables with a primary"
                        + " key and",
                "nothing else; indexed: with every index and check of the real ones. ÷ limit: the"
                        + " bare one.");
    }
}
