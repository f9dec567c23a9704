package praxis.processor.decide;

import org.jspecify.annotations.Nullable;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Decision.Concerns;
import praxis.processor.model.Decision.Ordered;
import praxis.processor.model.Effect;
import praxis.processor.model.Explanation;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.Stamp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A decision in the making: what it is about, and what has been settled so far. */
final class Draft {
    private final BookingState state;
    private final Received received;
    private final String eventType;
    private final Stamp stamp;
    private final Instant heardAt;
    private final Optional<Ordered> ordered;
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<BookingPatientId> bookingPatient = Optional.empty();
    private Optional<BookingAppointmentId> bookingAppointment = Optional.empty();
    private Optional<PatientId> patient = Optional.empty();
    private Optional<UUID> earlierEvent = Optional.empty();
    private @Nullable ReviewItem review;
    private @Nullable ReviewItem settled;
    private @Nullable Explanation explanation;

    /** About what the tool reports. */
    Draft(BookingState state, Received received, BookingEvent event) {
        this(
                state,
                received,
                event.type().wireName(),
                Order.credible(event.stamp(), received.receivedAt()),
                received.receivedAt(),
                Optional.empty());
        if (!stamp.equals(event.stamp())) {
            notes.add("time_ahead_of_receipt_ignored");
        }
        about(event);
    }

    private Draft(
            BookingState state,
            Received received,
            String eventType,
            Stamp stamp,
            Instant heardAt,
            Optional<Ordered> ordered) {
        this.state = state;
        this.received = received;
        this.eventType = eventType;
        this.stamp = stamp;
        this.heardAt = heardAt;
        this.ordered = ordered;
    }

    /** About what staff order. */
    static Draft ordered(BookingState state, Received received, SentCommand sent) {
        return new Draft(
                state,
                received,
                sent.command().type().wireName(),
                Stamp.NONE,
                received.receivedAt(),
                Optional.of(new Ordered(sent.id(), sent.by().sub())));
    }

    /** The same order, carrying out what was only proposed when the tool reported it. */
    Draft taking(BookingEvent proposed, Instant reportedAt) {
        Draft taking =
                new Draft(
                        state,
                        received,
                        eventType,
                        Order.credible(proposed.stamp(), reportedAt),
                        reportedAt,
                        ordered);
        taking.about(proposed);
        taking.effects.addAll(effects);
        taking.notes.addAll(notes);
        taking.earlierEvent = earlierEvent;
        taking.review = review;
        taking.settled = settled;
        return taking;
    }

    private void about(BookingEvent event) {
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

    /** When the tool reported it; an order that takes a proposal up does not make it younger. */
    Instant heardAt() {
        return heardAt;
    }

    boolean isOf(EventType type) {
        return eventType.equals(type.wireName());
    }

    /** The login of whoever ordered it. */
    String orderedBy() {
        return ordered.map(Ordered::by).orElse("");
    }

    /** Whether a person ordered it, so that nothing has to be proven any more. */
    boolean isOrdered() {
        return ordered.isPresent();
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

    void about(BookingPatientId id) {
        bookingPatient = Optional.of(id);
    }

    /** The item is answered herewith: what is decided besides leaves it alone. */
    void settles(ReviewItem item) {
        settled = item;
        review = item;
        earlierEvent = Optional.of(item.eventId());
        bookingPatient = bookingPatient.or(item::bookingPatient);
        bookingAppointment = bookingAppointment.or(item::bookingAppointment);
        patient = patient.or(item::patient);
        effects.add(new Effect.PutReview(item));
    }

    /** The open item on the subject, unless it is answered herewith. */
    Optional<ReviewItem> openReview(Subject subject) {
        return state.openReview(subject)
                .filter(item -> settled == null || !item.id().equals(settled.id()));
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

    void explain(Explanation match) {
        explanation = match;
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

    /** The order does nothing, and whoever gave it is told why. */
    Decision refuse(Refusal refusal, String inPlainWords) {
        return done(ProcessingStatus.ERROR, refusal.wireName(), Optional.of(inPlainWords));
    }

    /** The entry of an order that had an earlier event decided on again. */
    Decision.Entry repeats(UUID event, Decision.Entry again) {
        Concerns whom = again.concerns();
        return new Decision.Entry(
                again.status(),
                Optional.of(eventType),
                again.error(),
                again.outcome(),
                new Concerns(
                        whom.bookingPatient(),
                        whom.bookingAppointment(),
                        whom.patient(),
                        Optional.of(event)),
                again.review(),
                again.match(),
                again.notes(),
                ordered);
    }

    private Decision done(ProcessingStatus status, String outcome, Optional<String> error) {
        return new Decision(
                new Decision.Entry(
                        status,
                        Optional.of(eventType),
                        error,
                        outcome,
                        new Concerns(bookingPatient, bookingAppointment, patient, earlierEvent),
                        Optional.ofNullable(review),
                        Optional.ofNullable(explanation),
                        notes,
                        ordered),
                effects);
    }
}
