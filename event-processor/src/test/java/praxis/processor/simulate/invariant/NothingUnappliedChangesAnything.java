package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** A duplicate, an error and what only asks leave patients, links and appointments alone. */
final class NothingUnappliedChangesAnything implements Invariant.OfEachStep {
    private static final Set<Kind> ONLY_ASKED =
            EnumSet.of(
                    Kind.LINK_CONTRADICTED,
                    Kind.POSSIBLY_OUTDATED,
                    Kind.APPOINTMENT_MOVED,
                    Kind.REVIVED_APPOINTMENT);

    @Override
    public void check(Step step, Consumer<String> complaint) {
        boolean onlyAsked =
                step.has(ProcessingStatus.NEEDS_REVIEW)
                        && step.row()
                                .entry()
                                .review()
                                .filter(item -> ONLY_ASKED.contains(item.kind()))
                                .isPresent();
        boolean refused = step.has(ProcessingStatus.DUPLICATE) || step.has(ProcessingStatus.ERROR);
        boolean same =
                step.before().patients().equals(step.after().patients())
                        && step.before().bookingPatients().equals(step.after().bookingPatients())
                        && step.before().appointments().equals(step.after().appointments());
        if ((onlyAsked || refused) && !same) {
            complaint.accept("it changes what it must leave alone");
        }
    }
}
