package praxis.processor.simulate.world;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The one source of every decision of a run; remembers what it decided for whom, and can decide the
 * same again. Zero is always the most harmless choice.
 */
public final class Chance {
    private final @Nullable SplittableRandom random;
    private final Map<String, List<Integer>> told;
    private final Map<String, List<Integer>> taken = new TreeMap<>();

    private Chance(@Nullable SplittableRandom random, Map<String, List<Integer>> told) {
        this.random = random;
        this.told = told;
    }

    public static Chance seeded(long seed) {
        return new Chance(new SplittableRandom(seed), Map.of());
    }

    /** Decides as was decided before, and harmlessly once that is used up. */
    public static Chance repeating(Map<String, List<Integer>> choices) {
        return new Chance(null, choices);
    }

    /** Everything decided so far, in the order of each one's decisions. */
    public Map<String, List<Integer>> taken() {
        return taken;
    }

    /**
     * @param who has to decide: what one decides is told again to the same one, so that a history
     *     can lose a part without all the rest going another way
     */
    int below(String who, int bound) {
        List<Integer> before = taken.computeIfAbsent(who, _ -> new ArrayList<>());
        int choice = random != null ? random.nextInt(bound) : told(who, before.size(), bound);
        before.add(choice);
        return choice;
    }

    private int told(String who, int at, int bound) {
        List<Integer> choices = told.getOrDefault(who, List.of());
        return at < choices.size() ? Math.min(choices.get(at), bound - 1) : 0;
    }
}
