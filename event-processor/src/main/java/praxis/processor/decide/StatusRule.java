package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.schemas.event.BookingEvent.AppointmentCancelled;
import praxis.schemas.event.BookingEvent.AppointmentCreated;
import praxis.schemas.event.BookingEvent.AppointmentEvent;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.AppointmentUpdated;

import java.util.Optional;

/**
 * Judges what an event says of the status. Beside the event that last spoke of it, and not beside
 * the newest of all: a change may be newer than the booking and yet older than its cancellation.
 */
final class StatusRule {
    private StatusRule() {}

    /** What becomes of the status. */
    sealed interface Verdict {
        /** Nothing was said of it, or what was said is older. */
        record Stays() implements Verdict {}

        /**
         * Something new was said of it.
         *
         * @param proven whether the event showed to be newer than what it replaces
         */
        record Becomes(AppointmentStatus status, boolean proven) implements Verdict {}

        /** A cancelled appointment would come to life, and nothing proves that it should. */
        record Doubtful() implements Verdict {}
    }

    /** The event's type beats its status field; a booking without a status is scheduled. */
    static Optional<AppointmentStatus> claimed(AppointmentEvent event) {
        Optional<AppointmentStatus> sent = event.fields().status().toOptional();
        return switch (event) {
            case AppointmentCancelled _ -> Optional.of(AppointmentStatus.CANCELLED);
            case AppointmentCreated _ -> sent.or(() -> Optional.of(AppointmentStatus.SCHEDULED));
            case AppointmentUpdated _ -> sent;
        };
    }

    /**
     * @param place of the event beside all that was applied to the appointment
     */
    static Verdict judge(Draft draft, AppointmentEvent event, Appointment held, Order place) {
        Optional<AppointmentStatus> claim = claimed(event);
        if (claim.isEmpty()) {
            return new Verdict.Stays();
        }
        if (draft.isOrdered()) {
            return new Verdict.Becomes(claim.get(), true);
        }
        Order order =
                held.statusStamp()
                        .map(spoken -> Order.of(draft.stamp(), spoken))
                        .orElse(Order.NEWER);
        return switch (order) {
            case NEWER -> new Verdict.Becomes(claim.get(), true);
            case OLDER -> new Verdict.Stays();
            case UNPROVEN ->
                    place == Order.OLDER ? new Verdict.Stays() : unproven(event, held, claim.get());
        };
    }

    private static Verdict unproven(
            AppointmentEvent event, Appointment held, AppointmentStatus claim) {
        boolean cancelled = held.status() == AppointmentStatus.CANCELLED;
        if (cancelled && claim != AppointmentStatus.CANCELLED) {
            return isLateBooking(event, held) ? new Verdict.Stays() : new Verdict.Doubtful();
        }
        boolean said = event instanceof AppointmentCancelled || !event.fields().status().isAbsent();
        // A "created" that names no status does not touch an appointment that stands.
        return said ? new Verdict.Becomes(claim, false) : new Verdict.Stays();
    }

    /** The cancellation came first, alone; the booking that it cancels comes now. */
    static boolean isLateBooking(AppointmentEvent event, Appointment held) {
        return !held.announced() && event instanceof AppointmentCreated;
    }
}
