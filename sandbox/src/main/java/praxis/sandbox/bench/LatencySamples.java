package praxis.sandbox.bench;

import praxis.sandbox.bench.measure.Distribution;
import praxis.sandbox.bench.measure.Samples;
import praxis.sandbox.bench.report.Line;

/**
 * How long it took from a request's first byte.
 *
 * @param answered until whoever sent it knows that it is kept
 * @param visible until a reader of the database sees it
 */
record LatencySamples(Samples answered, Samples visible) {
    LatencySamples() {
        this(new Samples(), new Samples());
    }

    Line answeredLine(String what) {
        return line(what + ", answered", answered);
    }

    Line visibleLine(String what) {
        return line(what + ", visible", visible);
    }

    Distribution visibleTimes() {
        return visible.distribution();
    }

    private static Line line(String what, Samples samples) {
        Distribution times = samples.distribution();
        return Line.of(what)
                .with("samples", samples.count())
                .with("p50 ms", times.p50())
                .with("p90 ms", times.p90())
                .with("p99 ms", times.p99())
                .with("max ms", times.max());
    }
}
