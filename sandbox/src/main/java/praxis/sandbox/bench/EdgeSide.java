package praxis.sandbox.bench;

import praxis.sandbox.bench.ground.CpuClock;
import praxis.sandbox.bench.load.LoadGenerator;
import praxis.sandbox.bench.load.LoadResult;
import praxis.sandbox.bench.load.Pace;
import praxis.sandbox.bench.load.Requests;
import praxis.sandbox.bench.measure.Median;
import praxis.sandbox.bench.report.Line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** One of two servers that are measured by turns, and what was measured of it. */
final class EdgeSide {
    private final String name;
    private final LoadGenerator load;
    private final CpuClock cpu;
    private final Supplier<Requests> requests;
    private final List<Round> rounds = new ArrayList<>();

    /**
     * @param requests asked before each round, since signatures grow old
     */
    EdgeSide(
            String name,
            InetSocketAddress address,
            int connections,
            long pid,
            Supplier<Requests> requests) {
        this.name = name;
        this.load = new LoadGenerator(address, connections);
        this.cpu = new CpuClock(pid);
        this.requests = requests;
    }

    private record Round(LoadResult load, double cpuMicros) {
        double cpuPerRequest() {
            return cpuMicros / load.times().count();
        }
    }

    void warmUp(Duration duration) throws IOException {
        load.run(requests.get(), Pace.UNLIMITED, duration);
    }

    Line measure(Duration duration) throws IOException {
        Requests prepared = requests.get();
        cpu.lap();
        LoadResult result = load.run(prepared, Pace.UNLIMITED, duration);
        Round round = new Round(result, cpu.lap());
        rounds.add(round);
        return line(
                name + ", round " + rounds.size(),
                result.perSecond(),
                result.p50(),
                result.p99(),
                round.cpuPerRequest(),
                (double) result.refused());
    }

    Line medians() {
        return line(
                name + ", median",
                perSecond(),
                median(round -> round.load().p50()),
                p99(),
                median(Round::cpuPerRequest),
                median(round -> round.load().refused()));
    }

    double perSecond() {
        return median(round -> round.load().perSecond());
    }

    double p99() {
        return median(round -> round.load().p99());
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private static Line line(
            String what, double perSecond, double p50, double p99, double cpu, double refused) {
        return Line.of(what)
                .with("requests/s", perSecond)
                .with("p50 ms", p50)
                .with("p99 ms", p99)
                .with("cpu µs/request", cpu)
                .with("refused", refused);
    }
}
