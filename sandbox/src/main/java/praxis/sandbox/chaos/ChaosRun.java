package praxis.sandbox.chaos;

import praxis.sandbox.chaos.check.Comparison;
import praxis.sandbox.chaos.check.LagWatch;
import praxis.sandbox.chaos.check.Stalls;
import praxis.sandbox.chaos.fault.FaultRunner;
import praxis.sandbox.chaos.ground.ChaosGround;
import praxis.sandbox.chaos.journal.Journal;
import praxis.sandbox.chaos.plan.FaultKind;
import praxis.sandbox.chaos.plan.FaultPlan;
import praxis.sandbox.chaos.plan.PlannedFault;
import praxis.sandbox.chaos.report.ChaosReport;
import praxis.sandbox.chaos.traffic.Crowd;
import praxis.sandbox.chaos.traffic.Readers;
import praxis.sandbox.command.Surroundings;
import praxis.sandbox.database.LedgerQueries;
import praxis.sandbox.screen.Screen;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run from start to report: break things under traffic, wait, compare. */
final class ChaosRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Surroundings surroundings;
    private final Screen screen;
    private final Duration length;
    private final long seed;

    ChaosRun(Surroundings surroundings, Screen screen, Duration length, long seed) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.length = length;
        this.seed = seed;
    }

    ChaosReport run() throws InterruptedException, SQLException {
        try (ChaosGround ground = ChaosGround.start(surroundings, length, screen);
                LagWatch lag = new LagWatch(ground)) {
            Path file = ground.files().data().resolve("journal");
            try (Journal journal = Journal.create(file);
                    Crowd crowd =
                            new Crowd(ground, lag.topic(), journal, seed, surroundings.clock());
                    Readers readers = new Readers(ground, surroundings.clock());
                    Stalls stalls = new Stalls()) {
                FaultRunner faults = new FaultRunner(ground, lag, screen::say);
                stalls.start();
                lag.start();
                crowd.start();
                readers.start();
                breakThings(ground, faults);
                screen.say("Everything is whole again; waiting for the lag to go by itself.");
                crowd.finish();
                Optional<Duration> settled = settled(lag);
                readers.finish();
                return new ChaosReport(
                        seed,
                        length,
                        stalls.worst(),
                        remarks(ground),
                        faults.records(),
                        crowd.answers().totals(),
                        ground.edgeTimes(),
                        readers.totals(),
                        crowd.acknowledged(),
                        compared(ground, file),
                        lag.worst(),
                        settled,
                        readers.isServed(),
                        ground.verify() == 0,
                        ground.deaths(),
                        faults.troubles());
            }
        }
    }

    private void breakThings(ChaosGround ground, FaultRunner faults) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        List<PlannedFault> plan = FaultPlan.of(seed, length, possible(ground));
        screen.say(
                "%d faults in %d s; repeat them with --seed %d."
                        .formatted(plan.size(), length.toSeconds(), seed));
        faults.run(plan);
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    }

    private static Set<FaultKind> possible(ChaosGround ground) {
        Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
        if (ground.disk().isEmpty()) {
            kinds.remove(FaultKind.DISK_FULL);
        }
        return kinds;
    }

    private static List<String> remarks(ChaosGround ground) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "Broker, database and programs are processes; data is in " + ground.files().data());
        remarks.add(
                ground.disk().isPresent()
                        ? "The database stands on a tmpfs, which is filled up for its full disk."
                        : "No tmpfs could be mounted here: the database's full disk is left out.");
        remarks.add(
                "Edges know the secret of one practice only: eight more practices' records are"
                        + " appended to the topic as an edge would.");
        remarks.add(
                "Recovery: from the end of a fault until no record older than half a second waits;"
                        + " other faults that come in between count in.");
        return remarks;
    }

    private static Optional<Duration> settled(LagWatch lag) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            long zero = lag.nextZero().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return Optional.of(Duration.ofNanos(zero - begin));
        } catch (TimeoutException never) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nobody fails this", impossible);
        }
    }

    private static Comparison.Finding compared(ChaosGround ground, Path journal)
            throws SQLException {
        Comparison comparison = new Comparison();
        try (Connection connection = ground.database().superuser()) {
            LedgerQueries.forEach(connection, comparison::row);
        }
        Journal.read(journal).forEach(comparison::promise);
        return comparison.finding();
    }
}
