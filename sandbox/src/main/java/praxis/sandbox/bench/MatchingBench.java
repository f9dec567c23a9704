package praxis.sandbox.bench;

import praxis.sandbox.bench.MatchingVariant.Parts;
import praxis.sandbox.bench.ground.BatchClock;
import praxis.sandbox.bench.ground.Ground;
import praxis.sandbox.bench.ground.MatchingQueries;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.ground.Settings;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.report.Mark;
import praxis.sandbox.bench.report.Report;
import praxis.sandbox.bench.traffic.Prefill;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.screen.Screen;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningProgram;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same newcomers at practices of several sizes, through the real processor, by turns. */
record MatchingBench(Surroundings surroundings, int rounds, List<Integer> sizes, int events)
        implements Bench {
    private static final double MOST_TIMES = 4;
    private static final double GOAL_TIMES = 2;
    private static final int WARM_UP_ROUNDS = 2;

    @Override
    public Report run(Screen screen) throws IOException, SQLException, InterruptedException {
        try (Ground ground = Ground.start(surroundings, Set.of(Program.EVENT_PROCESSOR), screen);
                Connection watching = ground.database();
                Prefill prefill = new Prefill(ground.kafkaBootstrap(), surroundings.clock());
                BatchClock batches = new BatchClock(processor(ground).instance().address())) {
            Map<String, String> settings = Settings.of(ground, List.of(Program.EVENT_PROCESSOR));
            settings.put(
                    "records",
                    "%d registrations a round, half of them of patients who come back with noise"
                            .formatted(events));
            MatchingQueries matching = new MatchingQueries(watching);
            Parts parts =
                    new Parts(
                            prefill,
                            new ProgressQueries(watching),
                            matching,
                            batches,
                            processor(ground).pid());
            List<MatchingVariant> variants =
                    sizes.stream().map(size -> variant(size, parts)).toList();
            for (MatchingVariant variant : variants) {
                screen.say("  filling: " + variant.name());
                variant.fill(screen);
            }
            screen.say("  letting the database tidy up");
            matching.settle();
            return report(settings, variants, screen);
        }
    }

    private MatchingVariant variant(int size, Parts parts) {
        return new MatchingVariant(size, rounds + WARM_UP_ROUNDS, parts, surroundings.clock());
    }

    private static RunningProgram processor(Ground ground) {
        return ground.program(Program.EVENT_PROCESSOR);
    }

    private Report report(
            Map<String, String> settings, List<MatchingVariant> variants, Screen screen)
            throws SQLException, InterruptedException {
        screen.say("  warming up");
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            measure(variants);
        }
        variants.forEach(MatchingVariant::forget);
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            screen.say("  round " + i + " of " + rounds);
            lines.addAll(measure(variants));
        }
        variants.forEach(variant -> lines.add(variant.medians()));
        return new Report(
                "matching", settings, lines, marks(variants.getFirst(), variants), remarks());
    }

    private List<Line> measure(List<MatchingVariant> variants)
            throws SQLException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (MatchingVariant variant : variants) {
            lines.add(variant.measure(events));
        }
        return lines;
    }

    private static List<Mark> marks(MatchingVariant least, List<MatchingVariant> variants) {
        List<Mark> marks = new ArrayList<>();
        for (MatchingVariant variant : variants.subList(1, variants.size())) {
            String what = variant.name() + " ÷ " + least.name();
            marks.add(
                    Mark.atMost(
                            what + ", µs/event",
                            variant.micros() / least.micros(),
                            MOST_TIMES,
                            GOAL_TIMES));
            marks.add(
                    Mark.atMost(
                            what + ", difference",
                            variant.decidingMicros() / least.decidingMicros(),
                            MOST_TIMES,
                            GOAL_TIMES));
        }
        return marks;
    }

    private static List<String> remarks() {
        return List.of(
                "µs/event: from the first look at a batch to its commit, by the processor's own"
                        + " clock, log rows",
                "and all. difference: less what a ping costs, which is not matched: what is left"
                        + " is loading keys",
                "and candidates, comparing them, and writing a patient or a question. Practices of"
                        + " up to 20,000",
                "are new in each round, so that they do not grow under the measurement.");
    }
}
