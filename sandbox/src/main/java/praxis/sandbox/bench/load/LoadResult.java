package praxis.sandbox.bench.load;

import praxis.sandbox.bench.measure.Samples;

/**
 * What came back.
 *
 * @param refused answers that were not 2xx
 * @param times of the others
 */
public record LoadResult(Samples times, long refused, double seconds) {
    public double perSecond() {
        return times.count() / seconds;
    }

    public double p50() {
        return times.distribution().p50();
    }

    public double p99() {
        return times.distribution().p99();
    }
}
