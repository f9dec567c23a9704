package praxis.sandbox.population;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Dice that fall the same way for the same seed, on every machine. */
public final class Chance {
    private static final double THOUSAND = 1_000;

    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Dice of their own for one purpose: how often they are thrown moves no others. */
    public static Chance of(long seed, String purpose) {
        return new Chance(scattered(seed * 31 + purpose.hashCode()));
    }

    public boolean percent(int likelihood) {
        return random.nextInt(100) < likelihood;
    }

    boolean perMille(double likelihood) {
        return random.nextDouble() * THOUSAND < likelihood;
    }

    /** From {@code first} to {@code last}, both included. */
    public int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** From 0, included, to 1, excluded. */
    double share() {
        return random.nextDouble();
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    /** Neighbouring seeds would begin alike otherwise (the finalizer of SplitMix64). */
    private static long scattered(long seed) {
        long mixed = seed + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
