package praxis.processor.simulate.invariant;

import praxis.processor.model.Appointment;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.simulate.invariant.Step.Age;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.EventType;

import java.util.function.Consumer;

/** A cancellation cancels, whatever status its body names. */
final class EventTypeBeatsStatus implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        boolean cancels =
                step.news()
                                .filter(said -> said.type() == EventType.APPOINTMENT_CANCELLED)
                                .isPresent()
                        && step.has(ProcessingStatus.SUCCESS)
                        && !step.isIgnored()
                        && step.age() == Age.NOT_OLDER;
        if (cancels
                && step.after()
                        .appointment(step.news().flatMap(Said::appointment))
                        .map(Appointment::status)
                        .filter(status -> status == AppointmentStatus.CANCELLED)
                        .isEmpty()) {
            complaint.accept("the appointment is not cancelled");
        }
    }
}
