package praxis.processor.decide;

import org.jspecify.annotations.Nullable;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Decision.Concerns;
import praxis.processor.model.Effect;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.Stamp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision in the making: what it is about, and what has been settled so far. */
final class Draft {
    private final BookingState state;
    private final Received received;
    private final BookingEvent event;
    private final Stamp stamp;
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<BookingPatientId> bookingPatient = Optional.empty();
    private Optional<BookingAppointmentId> bookingAppointment = Optional.empty();
    private Optional<PatientId> patient = Optional.empty();
    private @Nullable ReviewItem review;

    Draft(BookingState state, Received received, BookingEvent event) {
        this.state = state;
        this.received = received;
        this.event = event;
        this.stamp = Order.credible(event.stamp(), received.receivedAt());
        if (!stamp.equals(event.stamp())) {
            notes.add("time_ahead_of_receipt_ignored");
        }
        switch (event) {
            case BookingEvent.PatientEvent about ->
                    bookingPatient = Optional.of(about.bookingPatientId());
            case BookingEvent.AppointmentEvent about -> {
                Optional<Appointment> held = state.appointment(about.bookingAppointmentId());
                bookingPatient =
                        about.bookingPatientId()
                                .or(() -> held.flatMap(Appointment::bookingPatient));
                bookingAppointment = Optional.of(about.bookingAppointmentId());
                patient = held.flatMap(Appointment::patient);
            }
            case BookingEvent.Ping _ -> {
                // About nobody.
            }
        }
        patient = patient.or(() -> bookingPatient.flatMap(this::linkOf));
    }

    BookingState state() {
        return state;
    }

    Received received() {
        return received;
    }

    /** The event's stamp, without what is not credible. */
    Stamp stamp() {
        return stamp;
    }

    BookingEvent event() {
        return event;
    }

    /** The tool's patient that the event is about, also where only the appointment tells. */
    Optional<BookingPatientId> bookingPatient() {
        return bookingPatient;
    }

    /** Ours, as far as the state knew before the event. */
    Optional<PatientId> patient() {
        return patient;
    }

    Optional<PatientId> linkOf(BookingPatientId id) {
        return state.bookingPatient(id).flatMap(BookingPatient::patient);
    }

    void about(PatientId id) {
        patient = Optional.of(id);
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    /** Changes the patient, unless nothing would be different. */
    void put(Patient changed) {
        if (state.patient(changed.id()).filter(changed::saysTheSameAs).isEmpty()) {
            effects.add(new Effect.PutPatient(changed.changedAt(received.offset())));
        }
    }

    /** Changes the booking patient, unless nothing would be different. */
    void put(BookingPatient changed) {
        if (state.bookingPatient(changed.id()).filter(changed::saysTheSameAs).isEmpty()) {
            effects.add(new Effect.PutBookingPatient(changed.changedAt(received.offset())));
        }
    }

    /** Changes the appointment; one that says the same was at least synced. */
    void put(Appointment changed) {
        boolean same =
                state.appointment(changed.bookingAppointment())
                        .filter(changed::saysTheSameAs)
                        .isPresent();
        effects.add(
                new Effect.PutAppointment(same ? changed : changed.changedAt(received.offset())));
    }

    /** Notes a short code, once. */
    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    void asks(ReviewItem item) {
        review = item;
    }

    Decision success(String outcome) {
        return done(ProcessingStatus.SUCCESS, outcome, Optional.empty());
    }

    Decision stale() {
        return done(ProcessingStatus.STALE, "stale", Optional.empty());
    }

    Decision duplicate() {
        return done(ProcessingStatus.DUPLICATE, "duplicate", Optional.empty());
    }

    Decision needsReview() {
        return done(ProcessingStatus.NEEDS_REVIEW, "needs_review", Optional.empty());
    }

    Decision error(String inPlainWords) {
        return done(ProcessingStatus.ERROR, "error", Optional.of(inPlainWords));
    }

    private Decision done(ProcessingStatus status, String outcome, Optional<String> error) {
        return new Decision(
                new Decision.Entry(
                        status,
                        Optional.of(event.type().wireName()),
                        error,
                        outcome,
                        new Concerns(bookingPatient, bookingAppointment, patient),
                        Optional.ofNullable(review),
                        notes),
                effects);
    }
}
