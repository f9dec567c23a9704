package praxis.processor.simulate.invariant;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.event.BookingEvent.AppointmentStatus;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * No appointment vanishes, none stays parked beside its link, and somebody is asked about the rest.
 */
final class EveryParkedAppointmentIsSomewhere implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        boolean dismissed = step.answer().filter(Answer.Dismiss.class::isInstance).isPresent();
        boolean gone =
                step.before().appointments().values().stream()
                        .filter(each -> !dismissed || each.patient().isPresent())
                        .anyMatch(
                                each ->
                                        !step.after()
                                                .appointments()
                                                .containsKey(each.bookingAppointment()));
        if (gone) {
            complaint.accept("an appointment is gone");
        }
        for (Appointment each : step.after().appointments().values()) {
            if (each.patient().isEmpty()) {
                each.bookingPatient()
                        .flatMap(
                                owner ->
                                        whatIsWrong(
                                                each,
                                                Optional.ofNullable(
                                                        step.after().bookingPatients().get(owner)),
                                                step.after().asksWho(owner)))
                        .ifPresent(
                                what -> complaint.accept(each.bookingAppointment().value() + what));
            }
        }
    }

    private static Optional<String> whatIsWrong(
            Appointment parked, Optional<BookingPatient> owner, boolean asked) {
        Optional<Standing> standing = owner.map(BookingPatient::standing);
        if (standing.filter(each -> each == Standing.LINKED).isPresent()) {
            return Optional.of(" stays parked although the link exists");
        }
        if (standing.filter(each -> each == Standing.IGNORED).isPresent()) {
            return Optional.of(" is kept although its booking patient was dismissed");
        }
        boolean nobodyIsToCome =
                parked.status() == AppointmentStatus.CANCELLED
                        || standing.filter(each -> each == Standing.ENDED).isPresent();
        return asked || nobodyIsToCome
                ? Optional.empty()
                : Optional.of(" is parked and nobody is asked");
    }
}
