package praxis.sandbox.tool;

import java.util.List;
import java.util.Random;

/** Dice that fall the same way for the same seed, on every machine. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int likelihood) {
        return random.nextInt(100) < likelihood;
    }

    /** From {@code first} to {@code last}, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
