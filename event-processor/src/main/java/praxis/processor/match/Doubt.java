package praxis.processor.match;

import praxis.processor.model.Agreement;
import praxis.processor.model.ReviewItem.Kind;

import java.util.List;

/** Names the doubt that a person has to settle (SPEC 4). */
final class Doubt {
    private Doubt() {}

    /**
     * @param doubtful those who must be asked about, the likeliest first; not empty
     */
    static Kind about(List<Resembling> doubtful) {
        List<Resembling> plausible = doubtful.stream().filter(Resembling::isPlausible).toList();
        if (plausible.isEmpty()) {
            return amongContradicted(doubtful);
        }
        return plausible.size() > 1 ? Kind.AMBIGUOUS : about(plausible.getFirst(), doubtful);
    }

    /** Families share mailboxes; somebody who married shares more than that. */
    private static Kind amongContradicted(List<Resembling> doubtful) {
        if (doubtful.stream().anyMatch(Resembling::sameEmail)) {
            return Kind.EMAIL_SHARED;
        }
        return doubtful.size() > 1 ? Kind.AMBIGUOUS : about(doubtful.getFirst(), doubtful);
    }

    private static Kind about(Resembling likeliest, List<Resembling> doubtful) {
        if (likeliest.linkedElsewhere() && likeliest.score().isLikely()) {
            return Kind.ALREADY_LINKED;
        }
        if (likeliest.sameEmail()) {
            boolean mailboxOfOthers =
                    doubtful.stream().anyMatch(each -> !each.equals(likeliest) && each.sameEmail());
            return mailboxOfOthers ? Kind.EMAIL_SHARED : Kind.EMAIL_ONLY;
        }
        boolean saysNothing = likeliest.evidence().email() == Agreement.UNKNOWN;
        return saysNothing ? Kind.EMAIL_MISSING : Kind.EMAIL_MISMATCH;
    }
}
