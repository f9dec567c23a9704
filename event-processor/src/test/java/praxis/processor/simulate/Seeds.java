package praxis.processor.simulate;

import praxis.processor.simulate.world.Build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Goes through many seeds, on all cores. */
final class Seeds {
    private Seeds() {}

    /** A seed with a run in which something does not hold. */
    record Found(long seed, Simulation simulation) {}

    /** The first seed, counted from {@code first}, in which something does not hold. */
    static Optional<Found> firstBroken(long first, long count, Build.Maker build) {
        return first(run -> !run.holds(), first, count, build);
    }

    /** The first seed in which this invariant does not hold. */
    static Optional<Found> firstBreaking(
            String invariant, long first, long count, Build.Maker build) {
        return first(run -> run.breaks(invariant), first, count, build);
    }

    /**
     * In threads of our own: with the ones that parallel streams share, the handler's would take up
     * other seeds' runs while they wait, one on top of the other.
     */
    private static Optional<Found> first(
            Predicate<Simulation> wanted, long first, long count, Build.Maker build) {
        int cores = Runtime.getRuntime().availableProcessors();
        try (Quiet _ = new Quiet();
                ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<Optional<Found>>> parts = new ArrayList<>();
            for (int part = 0; part < cores; part++) {
                long start = first + part;
                parts.add(
                        threads.submit(
                                () ->
                                        LongStream.iterate(
                                                        start,
                                                        seed -> seed < first + count,
                                                        seed -> seed + cores)
                                                .mapToObj(
                                                        seed ->
                                                                new Found(
                                                                        seed,
                                                                        Simulation.of(seed, build)))
                                                .filter(found -> wanted.test(found.simulation()))
                                                .findFirst()));
            }
            return parts.stream()
                    .flatMap(part -> result(part).stream())
                    .min(Comparator.comparingLong(Found::seed));
        }
    }

    private static Optional<Found> result(Future<Optional<Found>> part) {
        try {
            return part.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
