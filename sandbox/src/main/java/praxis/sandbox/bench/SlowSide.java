package praxis.sandbox.bench;

import praxis.sandbox.bench.load.LoadGenerator;
import praxis.sandbox.bench.load.LoadResult;
import praxis.sandbox.bench.load.Pace;
import praxis.sandbox.bench.load.Requests;
import praxis.sandbox.bench.load.SlowCrowd;
import praxis.sandbox.bench.measure.Median;
import praxis.sandbox.bench.report.Line;
import praxis.sandbox.bench.report.Mark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One server, asked by honest clients alone and beside slow ones, by turns. */
final class SlowSide {
    private static final double MOST_TIMES_THE_P99 = 2;
    private static final double CLOSED_WITHIN_SECONDS = 10;
    private static final int HONEST_CONNECTIONS = 16;
    private static final String HARMLESS = "GET /health/liveness HTTP/1.1\r\nHost: any\r\n\r\n";

    private final String name;
    private final InetSocketAddress address;
    private final Requests requests;
    private final List<String> slowBeginnings;
    private final Pace pace;
    private final LoadGenerator load;
    private final List<LoadResult> alone = new ArrayList<>();
    private final List<LoadResult> besideIdle = new ArrayList<>();
    private final List<LoadResult> beside = new ArrayList<>();
    private final List<SlowCrowd.Seen> crowds = new ArrayList<>();

    SlowSide(
            String name,
            InetSocketAddress address,
            Requests requests,
            List<String> slowBeginnings,
            double perSecond) {
        this.name = name;
        this.address = address;
        this.requests = requests;
        this.slowBeginnings = List.copyOf(slowBeginnings);
        this.pace = Pace.perSecond(perSecond);
        this.load = new LoadGenerator(address, HONEST_CONNECTIONS);
    }

    /**
     * With slow clients in its last part: refusing and closing is code that has to be warm, too.
     */
    void warmUp(int slowClients, Duration duration) throws IOException {
        Duration part = duration.dividedBy(3);
        load.run(requests, Pace.UNLIMITED, part);
        load.run(requests, pace, part);
        try (SlowCrowd crowd = SlowCrowd.gather(address, slowBeginnings, slowClients)) {
            load.run(requests, pace, part);
            var _ = crowd.leave();
        }
    }

    Line measureAlone(Duration duration) throws IOException {
        alone.add(load.run(requests, pace, duration));
        return line("alone, round " + alone.size(), alone.getLast());
    }

    Line measureBesideIdle(int clients, Duration duration) throws IOException {
        try (SlowCrowd crowd = SlowCrowd.gatherIdle(address, HARMLESS, clients)) {
            load.run(requests, pace, SlowCrowd.timeToGather(clients));
            besideIdle.add(load.run(requests, pace, duration));
            return line("beside idle ones, round " + besideIdle.size(), besideIdle.getLast())
                    .with("closed", (double) crowd.leave().closed());
        }
    }

    Line measureBeside(int slowClients, Duration duration) throws IOException {
        try (SlowCrowd crowd = SlowCrowd.gather(address, slowBeginnings, slowClients)) {
            load.run(requests, pace, SlowCrowd.timeToGather(slowClients));
            beside.add(load.run(requests, pace, duration));
            crowds.add(crowd.leave());
        }
        return line("beside slow clients, round " + beside.size(), beside.getLast())
                .with("closed", (double) crowds.getLast().closed())
                .with("longest s", crowds.getLast().longestSeconds());
    }

    List<Mark> marks() {
        return List.of(
                Mark.atMost(
                        "p99 beside ÷ alone, " + name,
                        p99(beside) / p99(alone),
                        MOST_TIMES_THE_P99,
                        MOST_TIMES_THE_P99),
                Mark.wantedAtMost(
                        "p99 beside ÷ beside idle ones, " + name,
                        p99(beside) / p99(besideIdle),
                        MOST_TIMES_THE_P99),
                Mark.atMost(
                        "longest slow client s, " + name,
                        crowds.stream()
                                .mapToDouble(SlowCrowd.Seen::longestSeconds)
                                .max()
                                .orElseThrow(),
                        CLOSED_WITHIN_SECONDS,
                        CLOSED_WITHIN_SECONDS));
    }

    private static double p99(List<LoadResult> rounds) {
        return Median.of(rounds.stream().map(LoadResult::p99).toList());
    }

    private Line line(String what, LoadResult result) {
        return Line.of(name + " " + what)
                .with("requests/s", result.perSecond())
                .with("p50 ms", result.p50())
                .with("p99 ms", result.p99())
                .with("refused", (double) result.refused());
    }
}
