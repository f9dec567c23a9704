package praxis.processor.simulate;

import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.world.Build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes away from a run whatever is not needed to break the same invariant: harmful choices and
 * deliveries, in ever smaller pieces.
 */
final class Shrinker {
    /** Enough to get far, and over in seconds. */
    private static final int MOST_RUNS = 3_000;

    private final Build.Maker build;
    private final String invariant;
    private Simulation smallest;
    private int runs;

    private Shrinker(Simulation broken, String invariant, Build.Maker build) {
        this.smallest = broken;
        this.invariant = invariant;
        this.build = build;
    }

    /**
     * The smallest run found that still breaks the invariant.
     *
     * @param broken one that does
     */
    static Simulation shrink(Simulation broken, String invariant, Build.Maker build) {
        Shrinker shrinker = new Shrinker(broken, invariant, build);
        int before;
        do {
            before = shrinker.size();
            shrinker.calmDown();
            shrinker.deliverLess();
        } while (shrinker.size() < before && shrinker.runs < MOST_RUNS);
        return shrinker.smallest;
    }

    /** One decision of somebody that was not the most harmless. */
    private record Harm(String who, int at, int choice) {}

    private int size() {
        return harms().size() + smallest.deliveries().size();
    }

    private void calmDown() {
        withoutPieces(harms(), kept -> stillBreaks(smallest.deliveries(), only(kept)));
    }

    private void deliverLess() {
        var choices = smallest.choices();
        withoutPieces(smallest.deliveries(), kept -> stillBreaks(kept, choices));
    }

    private List<Harm> harms() {
        List<Harm> harms = new ArrayList<>();
        smallest.choices()
                .forEach(
                        (who, choices) -> {
                            for (int at = 0; at < choices.size(); at++) {
                                if (choices.get(at) != 0) {
                                    harms.add(new Harm(who, at, choices.get(at)));
                                }
                            }
                        });
        return harms;
    }

    private static Map<String, List<Integer>> only(List<Harm> harms) {
        Map<String, List<Integer>> choices = new HashMap<>();
        for (Harm harm : harms) {
            List<Integer> of = choices.computeIfAbsent(harm.who(), _ -> new ArrayList<>());
            of.addAll(Collections.nCopies(harm.at() - of.size(), 0));
            of.add(harm.choice());
        }
        return choices;
    }

    /** Takes pieces out, halves of what is there first, single items last. */
    private <T> void withoutPieces(List<T> items, Predicate<List<T>> stillBreaks) {
        List<T> left = new ArrayList<>(items);
        for (int piece = Math.max(1, left.size() / 2); piece > 0; piece /= 2) {
            for (int at = 0; at < left.size() && runs < MOST_RUNS; ) {
                List<T> fewer = new ArrayList<>(left.subList(0, at));
                fewer.addAll(left.subList(Math.min(at + piece, left.size()), left.size()));
                if (stillBreaks.test(fewer)) {
                    left = fewer;
                } else {
                    at += piece;
                }
            }
        }
    }

    private boolean stillBreaks(List<Delivery> deliveries, Map<String, List<Integer>> choices) {
        runs++;
        Simulation smaller = Simulation.again(deliveries, choices, build);
        boolean breaks = smaller.breaks(invariant);
        if (breaks) {
            smallest = smaller;
        }
        return breaks;
    }
}
