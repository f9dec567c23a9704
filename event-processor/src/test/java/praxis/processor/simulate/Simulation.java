package praxis.processor.simulate;

import praxis.processor.simulate.invariant.History;
import praxis.processor.simulate.invariant.Invariants;
import praxis.processor.simulate.invariant.Violation;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.traffic.Traffic;
import praxis.processor.simulate.world.Aftermath;
import praxis.processor.simulate.world.Build;
import praxis.processor.simulate.world.Chance;
import praxis.processor.simulate.world.World;

import java.util.List;
import java.util.Map;

/** One run: what was delivered, what chance decided, and what does not hold after it. */
public record Simulation(
        List<Delivery> deliveries,
        Map<String, List<Integer>> choices,
        List<Violation> violations,
        List<String> trace,
        String traceHash) {

    /** The run that the seed stands for. */
    public static Simulation of(long seed, Build.Maker build) {
        return run(Traffic.of(seed), Chance.seeded(seed), build);
    }

    /** The same deliveries and choices, or fewer of them. */
    static Simulation again(
            List<Delivery> deliveries, Map<String, List<Integer>> choices, Build.Maker build) {
        return run(deliveries, Chance.repeating(choices), build);
    }

    private static Simulation run(List<Delivery> deliveries, Chance chance, Build.Maker build) {
        Aftermath aftermath = World.run(deliveries, chance, build.make());
        History history = History.of(aftermath, deliveries, build.make());
        return new Simulation(
                deliveries,
                chance.taken(),
                Invariants.violated(history),
                aftermath.trace().lines(),
                aftermath.trace().hash());
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    boolean breaks(String invariant) {
        return violations.stream().anyMatch(each -> each.invariant().equals(invariant));
    }
}
