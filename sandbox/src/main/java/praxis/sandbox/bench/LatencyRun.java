package praxis.sandbox.bench;

import praxis.sandbox.bench.load.Pace;
import praxis.sandbox.bench.measure.Distribution;
import praxis.sandbox.bench.measure.Median;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.report.Mark;
import praxis.sandbox.bench.report.Report;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The course of a measurement of latency, and what it has found so far. */
final class LatencyRun {
    private static final double MUST_IDLE_P50 = 5;
    private static final double GOAL_IDLE_P50 = 2.5;
    private static final double GOAL_IDLE_P99 = 11;
    private static final double HALF = 0.5;
    private static final int WARM_UP_STEPS = 4;
    private static final Duration LEAST_STEP = Duration.ofMillis(200);

    /** An irregular rest, so that no sample rides on another one's rhythm. */
    private static final int LONGEST_REST_MILLIS = 10;

    private final LatencyProbe floor;
    private final LatencyProbe pipe;
    private final Background background;
    private final int samples;
    private final Random random = new Random(1);

    private final LatencySamples floorIdle = new LatencySamples();
    private final LatencySamples pipeIdle = new LatencySamples();
    private final LatencySamples pipeLoaded = new LatencySamples();
    private final List<Background.Flow> loads = new ArrayList<>();
    private double capacity;

    LatencyRun(LatencyProbe floor, LatencyProbe pipe, Background background, int samples) {
        this.floor = floor;
        this.pipe = pipe;
        this.background = background;
        this.samples = samples;
    }

    /** The last step of the warm-up also tells how much the pipe takes. */
    void warmUp(Duration duration) throws IOException, SQLException, InterruptedException {
        Duration step = duration.dividedBy(WARM_UP_STEPS).plus(LEAST_STEP);
        for (int i = 0; i < WARM_UP_STEPS; i++) {
            capacity = background.saturate(step).perSecond();
            probe(floor, new LatencySamples());
            probe(pipe, new LatencySamples());
        }
    }

    void idleRound() throws IOException, SQLException, InterruptedException {
        probe(floor, floorIdle);
        probe(pipe, pipeIdle);
    }

    private void probe(LatencyProbe probe, LatencySamples into)
            throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < samples; i++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_REST_MILLIS));
            probe.sample(into);
        }
    }

    void loadedRound(Duration duration) throws IOException, SQLException, InterruptedException {
        loads.add(
                background.flow(
                        Pace.perSecond(HALF * capacity),
                        duration,
                        watch -> {
                            while (watch.flows()) {
                                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_REST_MILLIS));
                                pipe.sample(pipeLoaded);
                            }
                        }));
    }

    Report report(Map<String, String> settings) {
        return new Report("latency", settings, lines(), marks(), remarks());
    }

    private List<Line> lines() {
        return List.of(
                floorIdle.answeredLine("floor, idle"),
                floorIdle.visibleLine("floor, idle"),
                pipeIdle.answeredLine("webhook, idle"),
                pipeIdle.visibleLine("webhook, idle"),
                pipeLoaded.answeredLine("webhook, half load"),
                pipeLoaded.visibleLine("webhook, half load"));
    }

    private List<Mark> marks() {
        Distribution idle = pipeIdle.visibleTimes();
        return List.of(
                Mark.atMost("idle p50 ms until visible", idle.p50(), MUST_IDLE_P50, GOAL_IDLE_P50),
                Mark.wantedAtMost("idle p99 ms until visible", idle.p99(), GOAL_IDLE_P99));
    }

    private List<String> remarks() {
        double load = Median.of(loads.stream().map(Background.Flow::perSecond).toList());
        double batch = Median.of(loads.stream().map(Background.Flow::meanBatch).toList());
        return List.of(
                "visible: another connection has read the appointment's row; it asks again 0.1 ms"
                        + " after",
                "each time in vain. floor: produce, poll, write one row, commit.",
                String.format(
                        Locale.ROOT,
                        "The pipe took %,.0f webhooks/s from %s to commit; half load was %,.0f/s,"
                                + " in batches of %.1f.",
                        capacity,
                        "32 connections",
                        load,
                        batch));
    }
}
