package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Patient;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.Stamp;

import java.util.Comparator;
import java.util.Optional;

/**
 * Decides what it does that the tool deleted one of its patients: the link ends for the future,
 * what is past stays as it is, and so does our patient (SPEC 3.1).
 */
final class DeletionDecider {
    private DeletionDecider() {}

    static Decision decide(Draft draft, BookingPatientId id) {
        BookingPatient known =
                draft.state().bookingPatient(id).orElseGet(() -> BookingPatient.unknown(id));
        if (known.standing() == Standing.IGNORED) {
            return draft.success("ignored");
        }
        if (!draft.isOrdered() && Order.of(draft.stamp(), known.stamp()) == Order.OLDER) {
            return draft.stale();
        }
        draft.put(known.at(Order.advance(known.stamp(), draft.stamp())).standing(Standing.ENDED));
        known.patient()
                .flatMap(draft.state()::patient)
                .map(patient -> withoutLink(draft.state(), patient, id))
                .ifPresent(draft::put);
        cancelFuture(draft, id);
        Questions.close(draft, Subject.identityOf(id), "deleted_in_booking_tool");
        Questions.close(draft, Subject.contradictionOf(id), "deleted_in_booking_tool");
        Questions.close(draft, Subject.outdated(id), "later_event");
        return draft.success("link_ended");
    }

    /**
     * The patient shows the newest link that is left; without one, the last known address stays.
     */
    static Patient withoutLink(BookingState state, Patient patient, BookingPatientId id) {
        Optional<BookingPatient> newestLeft =
                state.linksOf(patient.id()).stream()
                        .filter(link -> !link.equals(id))
                        .flatMap(link -> state.bookingPatient(link).stream())
                        .max(
                                Comparator.comparingLong(BookingPatient::changedOffset)
                                        .thenComparing(BookingPatient::id));
        boolean shown = patient.bookingSystemId().filter(id::equals).isPresent();
        return shown
                ? patient.withBooking(
                        newestLeft.map(BookingPatient::id),
                        newestLeft
                                .flatMap(left -> left.facts().email().toOptional())
                                .or(patient::bookingEmail))
                : patient;
    }

    private static void cancelFuture(Draft draft, BookingPatientId id) {
        // An appointment's version says nothing beside a patient's: only time compares the two.
        Stamp deleted = new Stamp(Optional.empty(), draft.stamp().occurredAt());
        for (Appointment appointment : draft.state().allAppointmentsOf(id)) {
            boolean bookedSince =
                    appointment
                            .statusStamp()
                            .filter(booked -> Order.of(deleted, booked) == Order.OLDER)
                            .isPresent();
            if (appointment.isScheduledAfter(draft.heardAt()) && !bookedSince) {
                draft.put(
                        appointment.withStatus(
                                AppointmentStatus.CANCELLED, deleted, draft.heardAt()));
                draft.note("future_appointments_cancelled");
            }
        }
    }
}
