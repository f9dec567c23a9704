package praxis.processor.match;

import praxis.processor.model.Agreement;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A patient who resembles a newcomer.
 *
 * @param likeness as an automatic link asks for it
 * @param linkedElsewhere whether this is another booking patient already
 */
record Resembling(
        Patient patient,
        Likeness likeness,
        Evidence evidence,
        Score score,
        boolean linkedElsewhere) {
    static final Comparator<Resembling> LIKELIEST_FIRST =
            Comparator.comparingDouble((Resembling each) -> -each.score.probability())
                    .thenComparing(Resembling::id);

    PatientId id() {
        return patient.id();
    }

    boolean sameEmail() {
        return evidence.sameEmail();
    }

    /** Never kept from a person's eyes, whatever the score: one mailbox, or one name and birth. */
    boolean mustBeAsked() {
        return evidence.sameEmail()
                || evidence.sameNameAndBirth()
                || (score.isWorthAsking() && !evidence.bothNamesContradict());
    }

    /** Nothing says that it is somebody else. */
    boolean isPlausible() {
        return !evidence.contradicts();
    }

    boolean hasNoEmail() {
        return patient.details().email().isEmpty() && patient.bookingEmail().isEmpty();
    }

    Candidate toCandidate() {
        return new Candidate(
                patient.id(),
                Optional.of(thousandths(score.probability())),
                fields(Agreement::agrees),
                fields(Agreement.DIFFERENT::equals),
                score.fields());
    }

    private List<String> fields(Predicate<Agreement> wanted) {
        return score.fields().stream()
                .filter(field -> wanted.test(field.level()))
                .map(Comparison::field)
                .toList();
    }

    private static double thousandths(double probability) {
        return Math.rint(probability * 1_000) / 1_000;
    }
}
