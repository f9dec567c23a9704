package praxis.processor.match;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import praxis.processor.model.Agreement;
import praxis.processor.normalise.PersonName;

import java.util.Optional;

/** How the names of two people compare: first with first and last with last, or crosswise. */
record Names(Agreement first, Agreement last) {
    // In a shorter name one letter makes another name: Tim and Tom.
    private static final int SHORTEST_WITH_TYPO = 4;
    private static final int SHORTEST_WITH_TWO_TYPOS = 6;
    private static final int SHORTEST_SHORT_FORM = 3;
    private static final double ALIKE = 0.9;
    private static final double ALIKE_IF_IT_SOUNDS_THE_SAME = 0.75;
    private static final DamerauLevenshteinDistance EDITS = new DamerauLevenshteinDistance(2);
    private static final JaroWinklerSimilarity LOOKS = new JaroWinklerSimilarity();

    static Names compare(Person one, Person other) {
        Names straight =
                new Names(
                        compare(one.firstName(), other.firstName()),
                        compare(one.lastName(), other.lastName()));
        boolean both = straight.first != Agreement.UNKNOWN && straight.last != Agreement.UNKNOWN;
        return both && !(straight.first.agrees() && straight.last.agrees())
                ? straight.orCrosswise(
                        isClose(compare(one.firstName(), other.lastName())),
                        isClose(compare(one.lastName(), other.firstName())))
                : straight;
    }

    /** In each other's place; one alone, where the other name is wrong besides. */
    private Names orCrosswise(boolean firstAsLast, boolean lastAsFirst) {
        if (firstAsLast && lastAsFirst) {
            return new Names(Agreement.SWAPPED, Agreement.SWAPPED);
        }
        boolean neither = !first.agrees() && !last.agrees();
        return neither && (firstAsLast || lastAsFirst)
                ? new Names(
                        firstAsLast ? Agreement.SWAPPED : Agreement.DIFFERENT,
                        lastAsFirst ? Agreement.SWAPPED : Agreement.DIFFERENT)
                : this;
    }

    /** Both of them: by chance that hardly happens. */
    boolean areSwapped() {
        return first == Agreement.SWAPPED && last == Agreement.SWAPPED;
    }

    private static boolean isClose(Agreement agreement) {
        return agreement == Agreement.SAME
                || agreement == Agreement.TYPO
                || agreement == Agreement.SIMILAR;
    }

    private static Agreement compare(Optional<PersonName> one, Optional<PersonName> other) {
        return one.isEmpty() || other.isEmpty()
                ? Agreement.UNKNOWN
                : compare(one.get(), other.get());
    }

    static Agreement compare(PersonName one, PersonName other) {
        if (one.folded().equals(other.folded())) {
            return Agreement.SAME;
        }
        int shorter = Math.min(one.folded().length(), other.folded().length());
        int edits = EDITS.apply(one.folded(), other.folded());
        if (edits == 1 && shorter >= SHORTEST_WITH_TYPO) {
            return Agreement.TYPO;
        }
        if (one.words().stream().anyMatch(other.words()::contains)) {
            return Agreement.PART;
        }
        boolean twoTypos = edits == 2 && shorter >= SHORTEST_WITH_TWO_TYPOS;
        if (twoTypos || (shorter >= SHORTEST_WITH_TYPO && areAlike(one, other))) {
            return Agreement.SIMILAR;
        }
        return compareBeginnings(one.words().getFirst(), other.words().getFirst());
    }

    private static boolean areAlike(PersonName one, PersonName other) {
        double likeness = LOOKS.apply(one.folded(), other.folded());
        return likeness >= ALIKE
                || (likeness >= ALIKE_IF_IT_SOUNDS_THE_SAME && one.sounds().equals(other.sounds()));
    }

    private static Agreement compareBeginnings(String one, String other) {
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? Agreement.INITIAL : Agreement.DIFFERENT;
        }
        return isShortForm(one, other) || isShortForm(other, one)
                ? Agreement.PART
                : Agreement.DIFFERENT;
    }

    private static boolean isShortForm(String shorter, String longer) {
        return shorter.length() >= SHORTEST_SHORT_FORM && longer.startsWith(shorter);
    }
}
