package praxis.processor.simulate.invariant;

import praxis.processor.model.Appointment;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.Stamp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was cancelled comes to life only by an event that proves to be newer than a cancellation.
 */
final class CancelledStaysCancelledWithoutProof implements Invariant.OfEachStep {
    private final Map<String, List<Stamp>> cancellations = new HashMap<>();

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.news().isEmpty()) {
            return;
        }
        Stamp stamp = Ages.credible(step.news().get(), step.row().receivedAt());
        for (Appointment after : step.after().appointments().values()) {
            BookingAppointmentId id = after.bookingAppointment();
            boolean was = isCancelled(Optional.ofNullable(step.before().appointments().get(id)));
            boolean is = isCancelled(Optional.of(after));
            List<Stamp> spoken =
                    cancellations.computeIfAbsent(
                            step.practice() + "/" + id.value(), _ -> new ArrayList<>());
            if (was && !is && spoken.stream().noneMatch(each -> Ages.order(stamp, each) > 0)) {
                complaint.accept(id.value() + " comes back to life without proof");
            }
            if (is && (!was || speaksOfCancelling(step.news().get(), id))) {
                spoken.add(asSaidOf(step.news().get(), stamp));
            }
        }
    }

    private static boolean isCancelled(Optional<Appointment> appointment) {
        return appointment.filter(each -> each.status() == AppointmentStatus.CANCELLED).isPresent();
    }

    private static boolean speaksOfCancelling(Said said, BookingAppointmentId id) {
        boolean cancels =
                said.type() == EventType.APPOINTMENT_CANCELLED
                        || Optional.of("cancelled").equals(said.fields().get("status"));
        return cancels && said.appointment().filter(id.value()::equals).isPresent();
    }

    /** A patient's version says nothing of an appointment. */
    private static Stamp asSaidOf(Said said, Stamp stamp) {
        return said.isAboutAppointment() ? stamp : new Stamp(Optional.empty(), stamp.occurredAt());
    }
}
