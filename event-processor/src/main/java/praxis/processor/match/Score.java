package praxis.processor.match;

import praxis.processor.match.Rules.Shares;
import praxis.processor.model.Agreement;
import praxis.processor.model.ReviewItem.Comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * How probable it is that a newcomer is a certain patient, and which field says so.
 *
 * @param probability after all evidence, 0 to 1
 * @param fields with their weights against whatever else is likeliest: a stranger, or somebody of
 *     the same household
 */
record Score(double probability, List<Comparison> fields) {
    private static final double LN_2 = StrictMath.log(2);

    static Score of(Evidence evidence, Weighing weighing) {
        Sum sum = new Sum();
        sum.add("email", evidence.email(), weighing.email(evidence.email()));
        sum.add("first_name", evidence.names().first(), weighing.firstName(evidence.names()));
        sum.add("last_name", evidence.names().last(), weighing.lastName(evidence.names()));
        sum.add("date_of_birth", evidence.born(), weighing.birth(evidence.births()));
        sum.add("phone", evidence.phone(), weighing.phone(evidence.phone()));
        return sum.score(weighing.patients());
    }

    /** Whether it speaks of one person as clearly as figures can. */
    boolean isLikely() {
        return probability >= Rules.LIKELY_FROM;
    }

    boolean isWorthAsking() {
        return probability >= Rules.ASK_FROM;
    }

    /** All three stories told side by side: one person, strangers, one household. */
    private static final class Sum {
        private final List<Comparison> againstStrangers = new ArrayList<>();
        private final List<Comparison> againstHousehold = new ArrayList<>();
        private double onePerson = 1;
        private double strangers = 1;
        private double household = 1;

        private void add(String field, Agreement level, Shares shares) {
            onePerson *= shares.onePerson();
            strangers *= shares.strangers();
            household *= shares.household();
            if (level != Agreement.UNKNOWN) {
                againstStrangers.add(comparison(field, level, shares, shares.strangers()));
                againstHousehold.add(comparison(field, level, shares, shares.household()));
            }
        }

        private static Comparison comparison(
                String field, Agreement level, Shares shares, double otherwise) {
            return new Comparison(field, level, tenths(log2(shares.onePerson() / otherwise)));
        }

        private Score score(double known) {
            double patients = Math.max(Rules.FEWEST_PATIENTS, known);
            double same = onePerson * Rules.RETURNING / patients;
            double related = household * Rules.RELATIVES / patients;
            return new Score(
                    same / (same + related + strangers),
                    List.copyOf(related > strangers ? againstHousehold : againstStrangers));
        }
    }

    // The same on every machine: what is kept must be found again bit by bit.
    private static double log2(double ratio) {
        return StrictMath.log(ratio) / LN_2;
    }

    private static double tenths(double weight) {
        return Math.rint(weight * 10) / 10;
    }
}
