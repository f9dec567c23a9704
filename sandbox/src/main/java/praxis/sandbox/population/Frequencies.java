package praxis.sandbox.population;

import java.util.Arrays;
import java.util.List;

/**
 * Choices of which the first are the most frequent, as with names: the n-th comes about as often as
 * 1 / (n + shift), which is Zipf's law in Mandelbrot's form.
 */
final class Frequencies {
    private final List<String> choices;
    private final double[] upTo;

    /**
     * @param shift the greater, the less do the first stand out
     */
    Frequencies(List<String> choices, double shift) {
        this.choices = List.copyOf(choices);
        this.upTo = new double[choices.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1 / (i + 1 + shift);
            upTo[i] = sum;
        }
    }

    String pick(Chance chance) {
        double at = chance.share() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        return choices.get(Math.min(found < 0 ? -found - 1 : found, upTo.length - 1));
    }
}
