package praxis.processor.simulate.invariant;

import praxis.processor.model.BookingPatient;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A booking patient is linked to somebody known only if all conditions of SPEC 4 hold, read again.
 */
final class NoSilentMerge implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.isOrder()) {
            return;
        }
        for (BookingPatient after : step.after().bookingPatients().values()) {
            Optional<PatientId> linkedBefore =
                    Optional.ofNullable(step.before().bookingPatients().get(after.id()))
                            .flatMap(BookingPatient::patient);
            boolean linkedNow =
                    after.patient().isPresent() && !after.patient().equals(linkedBefore);
            if (linkedNow) {
                Map<PatientId, Patient> known = step.before().patients();
                Patient to = known.get(after.patient().get());
                if (to != null && !isBeyondDoubt(step.before(), after, to)) {
                    complaint.accept(after.id().value() + " is linked to somebody it may not be");
                }
            }
        }
    }

    private static boolean isBeyondDoubt(View before, BookingPatient newcomer, Patient to) {
        String address = PlainMatch.address(newcomer.facts().email().toOptional());
        long ofMailbox =
                before.patients().values().stream()
                        .filter(each -> PlainMatch.uses(each, address))
                        .count();
        boolean taken =
                before.bookingPatients().values().stream()
                        .anyMatch(
                                each ->
                                        !each.id().equals(newcomer.id())
                                                && each.patient().equals(Optional.of(to.id())));
        return PlainMatch.uses(to, address)
                && ofMailbox == 1
                && !taken
                && PlainMatch.isSamePerson(newcomer.facts(), to.details());
    }
}
