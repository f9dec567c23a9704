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
        Agreement whole = compare(one.folded(), other.folded());
        if (whole != Agreement.DIFFERENT) {
            return whole;
        }
        if (one.words().stream().anyMatch(other.words()::contains)) {
            return Agreement.PART;
        }
        String left = one.words().getFirst();
        String right = other.words().getFirst();
        if (left.length() == 1 || right.length() == 1) {
            return left.charAt(0) == right.charAt(0) ? Agreement.INITIAL : Agreement.DIFFERENT;
        }
        if (isShortForm(left, right) || isShortForm(right, left)) {
            return Agreement.PART;
        }
        boolean soundsTheSame = one.sounds().equals(other.sounds());
        return soundsTheSame
                        && LOOKS.apply(one.folded(), other.folded()) >= ALIKE_IF_IT_SOUNDS_THE_SAME
                ? Agreement.SIMILAR
                : Agreement.DIFFERENT;
    }

    private static Agreement compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        int edits = EDITS.apply(left, right);
        if (edits == 1 && shorter >= SHORTEST_WITH_TYPO) {
            return Agreement.TYPO;
        }
        boolean twoTypos = edits == 2 && shorter >= SHORTEST_WITH_TWO_TYPOS;
        boolean looksAlike = shorter >= SHORTEST_WITH_TYPO && LOOKS.apply(left, right) >= ALIKE;
        return twoTypos || looksAlike ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    private static boolean isShortForm(String shorter, String longer) {
        return shorter.length() >= SHORTEST_SHORT_FORM && longer.startsWith(shorter);
    }
}
