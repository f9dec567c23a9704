package praxis.sandbox.bench.measure;

import java.util.Arrays;

/** Times in nanoseconds, as many as come. Not safe for use by several threads. */
public final class Samples {
    private long[] nanos = new long[1 << 10];
    private int count;

    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    public void addAll(Samples others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    public int count() {
        return count;
    }

    public Distribution distribution() {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Distribution(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
    }

    /** The nearest rank: a time that was really taken, in milliseconds. */
    private static double at(long[] sorted, double quantile) {
        int rank = (int) Math.ceil(quantile * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
