package praxis.sandbox.bench.measure;

import java.util.List;

/** The middle of a few rounds, which one disturbed round does not move. */
public final class Median {
    private Median() {}

    /** Of an even number, the mean of the two in the middle. */
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no rounds, no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
