package praxis.processor.simulate.invariant;

import praxis.processor.model.BookingPatient;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Once linked, a booking patient stays with its patient; and nobody but staff gives a patient two.
 */
final class NoLinkToTwoPatients implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.isOrder()) {
            return;
        }
        Map<PatientId, BookingPatientId> linked = new HashMap<>();
        for (BookingPatient each : step.after().bookingPatients().values()) {
            Optional<PatientId> before =
                    Optional.ofNullable(step.before().bookingPatients().get(each.id()))
                            .flatMap(BookingPatient::patient);
            if (before.isPresent()
                    && each.patient().isPresent()
                    && !before.equals(each.patient())) {
                complaint.accept(each.id().value() + " is matched again and linked elsewhere");
            }
            each.patient()
                    .filter(_ -> before.isEmpty() || !isShared(step, before.get()))
                    .map(patient -> linked.put(patient, each.id()))
                    .ifPresent(
                            other ->
                                    complaint.accept(
                                            other.value()
                                                    + " and "
                                                    + each.id().value()
                                                    + " share a patient"));
        }
    }

    /** By staff, earlier. */
    private static boolean isShared(Step step, PatientId patient) {
        return step.before().bookingPatients().values().stream()
                        .filter(each -> each.patient().equals(Optional.of(patient)))
                        .count()
                > 1;
    }
}
