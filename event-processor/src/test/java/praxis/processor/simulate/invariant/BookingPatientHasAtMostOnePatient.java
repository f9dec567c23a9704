package praxis.processor.simulate.invariant;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * An appointment comes to nobody but the one patient whom its booking patient is linked to; who had
 * it before a link ended keeps what is past.
 */
final class BookingPatientHasAtMostOnePatient implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        for (Appointment each : step.after().appointments().values()) {
            Optional<BookingPatient> owner =
                    each.bookingPatient()
                            .flatMap(
                                    id ->
                                            Optional.ofNullable(
                                                    step.after().bookingPatients().get(id)));
            boolean same =
                    Optional.ofNullable(step.before().appointments().get(each.bookingAppointment()))
                            .filter(before -> before.patient().equals(each.patient()))
                            .isPresent();
            boolean ended = owner.filter(it -> it.standing() == Standing.ENDED).isPresent();
            if (each.patient().isPresent()
                    && !ended
                    && (!same || isUnlinkedNow(step, each))
                    && !owner.flatMap(BookingPatient::patient).equals(each.patient())) {
                complaint.accept(
                        each.bookingAppointment().value() + " is another's than its owner");
            }
        }
    }

    /** The link by which the patient has it ends in this step. */
    private static boolean isUnlinkedNow(Step step, Appointment each) {
        return each.bookingPatient()
                .flatMap(id -> Optional.ofNullable(step.before().bookingPatients().get(id)))
                .flatMap(BookingPatient::patient)
                .equals(each.patient());
    }
}
