package praxis.processor.simulate;

import praxis.processor.simulate.invariant.Violation;
import praxis.processor.simulate.world.Build;

import java.util.List;
import java.util.stream.Collectors;

/** Tells what a seed has found, with the smallest history that shows it. */
final class FailureReport {
    private FailureReport() {}

    static String of(Seeds.Found found, Build.Maker build) {
        return of(found, found.simulation().violations().getFirst().invariant(), build);
    }

    static String of(Seeds.Found found, String invariant, Build.Maker build) {
        Simulation whole = found.simulation();
        try (Quiet _ = new Quiet()) {
            Simulation small = Shrinker.shrink(whole, invariant, build);
            return """
            seed %d breaks %s
            %s
            smallest history that breaks %s, %d of %d deliveries:
            %s
            after it:
            %s
            repeat with: ./praxis simulate --seed %d\
            """
                    .formatted(
                            found.seed(),
                            whole.violations().stream()
                                    .map(Violation::invariant)
                                    .collect(Collectors.joining(", ")),
                            lines(whole.violations()),
                            invariant,
                            small.deliveries().size(),
                            whole.deliveries().size(),
                            lines(small.trace()),
                            lines(small.violations()),
                            found.seed());
        }
    }

    private static String lines(List<?> items) {
        return items.stream().map(item -> "  " + item).collect(Collectors.joining("\n"));
    }
}
