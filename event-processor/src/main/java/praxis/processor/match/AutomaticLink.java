package praxis.processor.match;

import praxis.processor.model.PatientId;
import praxis.processor.model.Settings;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.util.List;
import java.util.Optional;

/**
 * The one way to a link without asking (SPEC 4): all of it must hold at once, whatever the score
 * says.
 */
final class AutomaticLink {
    private AutomaticLink() {}

    /**
     * @param complete whether all who share the newcomer's mailbox were looked at
     * @param active all who resemble the newcomer; who shares a mailbox makes it doubtful even if
     *     kept apart
     * @param candidates those of them who may be linked
     */
    static Optional<PatientId> find(
            Settings settings,
            PatientFields facts,
            boolean complete,
            List<Resembling> active,
            List<Resembling> candidates) {
        if (!complete) {
            return Optional.empty();
        }
        List<Resembling> ofMailbox = active.stream().filter(each -> each.sameEmail()).toList();
        if (ofMailbox.isEmpty() && settings.linkWithoutEmail()) {
            return withoutEmail(facts, active, candidates);
        }
        return ofMailbox.size() == 1 && !hasNamesake(active, ofMailbox.getFirst())
                ? candidates.stream()
                        .filter(ofMailbox::contains)
                        .filter(each -> each.likeness().isStrong() && !each.linkedElsewhere())
                        .filter(each -> !isAnotherByALetter(facts, each))
                        .map(Resembling::id)
                        .findFirst()
                : Optional.empty();
    }

    /** Andrea and Andreas may be twins: beside another sex or phone a letter is no small typo. */
    private static boolean isAnotherByALetter(PatientFields facts, Resembling each) {
        Gender said = facts.gender().toOptional().orElse(Gender.UNKNOWN);
        Gender known = each.patient().details().gender();
        boolean otherSex = said != Gender.UNKNOWN && known != Gender.UNKNOWN && said != known;
        boolean otherPhone = each.likeness().phone() == Likeness.Agreement.DIFFERENT;
        return each.likeness().firstName() == Likeness.Agreement.TYPO && (otherSex || otherPhone);
    }

    /**
     * Father and son of one name, at one phone: where all else that tells them apart is missing,
     * the mailbox alone does not.
     */
    private static boolean hasNamesake(List<Resembling> active, Resembling ofMailbox) {
        return active.stream()
                .anyMatch(each -> !each.equals(ofMailbox) && each.likeness().isStrong());
    }

    /** Full name, birth date and phone equal, and nobody else's. */
    private static Optional<PatientId> withoutEmail(
            PatientFields facts, List<Resembling> active, List<Resembling> candidates) {
        if (facts.email().toOptional().isEmpty()) {
            return Optional.empty();
        }
        List<Resembling> equal =
                active.stream().filter(each -> each.likeness().isEqualBesidesEmail()).toList();
        return equal.size() == 1
                ? candidates.stream()
                        .filter(equal::contains)
                        .filter(each -> each.hasNoEmail() && !each.linkedElsewhere())
                        .map(Resembling::id)
                        .findFirst()
                : Optional.empty();
    }
}
