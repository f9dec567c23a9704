package praxis.processor.evaluate;

import praxis.processor.model.Decision;

import java.util.List;
import java.util.Optional;

/**
 * What became of one record.
 *
 * @param known whether somebody on file is the same person, in truth
 * @param named the records of those whom a review item names, the likeliest first
 * @param linkedTo the record of whom it was linked to without asking
 * @param right whether the link, or somebody named, is the true person
 */
record Trial(
        Sample sample,
        Decision decision,
        boolean known,
        Optional<String> kind,
        List<Integer> named,
        Optional<Integer> linkedTo,
        boolean right) {
    boolean isAutomaticLink() {
        return linkedTo.isPresent();
    }

    boolean isReview() {
        return kind.isPresent();
    }

    boolean isFound() {
        return known && right;
    }

    /** The true person is on file, and nobody was told. */
    boolean isMiss() {
        return known && !right;
    }
}
