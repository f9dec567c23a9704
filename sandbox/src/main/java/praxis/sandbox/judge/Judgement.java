package praxis.sandbox.judge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the matcher was.
 *
 * @param returning patients who registered once more
 * @param found of them: linked to themselves, or asked about with themselves among those named
 * @param newcomers who had never been there
 * @param links made without asking
 * @param wrongLinks of these, to somebody else
 * @param questions asked about anybody
 * @param needless of these: about newcomers who share neither an e-mail address nor name and birth
 *     date with anyone
 * @param missed returning ones who were not found, by their kinds of noise
 */
public record Judgement(
        int returning,
        int found,
        int newcomers,
        int links,
        int wrongLinks,
        int questions,
        int needless,
        Map<String, Integer> missed) {
    public static final double LEAST_RECALL = 0.99;
    public static final double MOST_NEEDLESS_PER_HUNDRED = 3;
    private static final double HUNDRED = 100;

    public Judgement {
        missed = Collections.unmodifiableMap(new TreeMap<>(missed));
    }

    public static Judgement none() {
        return new Judgement(0, 0, 0, 0, 0, 0, 0, Map.of());
    }

    public Judgement and(Judgement other) {
        Map<String, Integer> both = new TreeMap<>(missed);
        other.missed.forEach((noise, count) -> both.merge(noise, count, Integer::sum));
        return new Judgement(
                returning + other.returning,
                found + other.found,
                newcomers + other.newcomers,
                links + other.links,
                wrongLinks + other.wrongLinks,
                questions + other.questions,
                needless + other.needless,
                both);
    }

    public double recall() {
        return returning == 0 ? 1 : (double) found / returning;
    }

    public double needlessPerHundred() {
        return newcomers == 0 ? 0 : needless * HUNDRED / newcomers;
    }

    public boolean holds() {
        return wrongLinks == 0
                && recall() >= LEAST_RECALL
                && needlessPerHundred() <= MOST_NEEDLESS_PER_HUNDRED;
    }
}
