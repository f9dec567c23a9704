package praxis.processor.simulate;

import praxis.processor.simulate.world.Build;

import java.util.Optional;
import java.util.stream.LongStream;

/** Goes through many seeds, on all cores. */
final class Seeds {
    private Seeds() {}

    /** A seed with a run in which something does not hold. */
    record Found(long seed, Simulation simulation) {}

    /** The first seed, counted from {@code first}, in which something does not hold. */
    static Optional<Found> firstBroken(long first, long count, Build.Maker build) {
        try (Quiet _ = new Quiet()) {
            return LongStream.range(first, first + count)
                    .parallel()
                    .mapToObj(seed -> new Found(seed, Simulation.of(seed, build)))
                    .filter(found -> !found.simulation().holds())
                    .findFirst();
        }
    }

    /** The first seed in which this invariant does not hold. */
    static Optional<Found> firstBreaking(
            String invariant, long first, long count, Build.Maker build) {
        try (Quiet _ = new Quiet()) {
            return LongStream.range(first, first + count)
                    .mapToObj(seed -> new Found(seed, Simulation.of(seed, build)))
                    .filter(found -> found.simulation().breaks(invariant))
                    .findFirst();
        }
    }
}
