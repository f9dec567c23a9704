package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.IdentityKey;
import praxis.processor.model.Patient;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.processor.model.TakenIdentity;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.AppointmentEvent;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientDeleted;
import praxis.schemas.event.BookingEvent.PatientEvent;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.Stamp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells a second delivery of an event from a new event (SPEC 3.3), and never guesses. */
final class DuplicateRule {
    private DuplicateRule() {}

    static Decision decide(BookingState state, Received received, BookingEvent event) {
        if (event instanceof BookingEvent.Ping) {
            // A sign of life counts each time, so a ping takes no identity.
            return Decider.apply(new Draft(state, received, event), event);
        }
        String key = IdentityKey.of(received, event);
        Optional<TakenIdentity> taken = state.identity(key);
        if (taken.isEmpty()) {
            return taking(key, received, Decider.apply(new Draft(state, received, event), event));
        }
        return IdentityKey.isNamed(key)
                ? named(new Draft(state, received, event), taken.get())
                : unnamed(state, received, event, taken.get());
    }

    private static Decision named(Draft draft, TakenIdentity taken) {
        return taken.bodyDigest().equals(draft.received().bodyDigest())
                ? draft.duplicate()
                : draft.error("The event id was used before, with another body.");
    }

    /**
     * The same bytes once more, and no id: a late retry, or a change back to what once was. Only
     * where both would leave the same behind, or no sender would still be retrying, is it clear.
     */
    private static Decision unnamed(
            BookingState state, Received received, BookingEvent event, TakenIdentity taken) {
        if (received.backfill()) {
            return new Draft(state, received, event).duplicate();
        }
        Decision asNew = Decider.apply(new Draft(state, received, event), event);
        if (changesNothing(state, asNew.effects())) {
            return new Draft(state, received, event).duplicate();
        }
        Duration age = Duration.between(taken.receivedAt(), received.receivedAt());
        if (age.compareTo(state.settings().retryHorizon()) >= 0) {
            return taking(taken.key(), received, asNew);
        }
        if (taken.answered()) {
            return new Draft(state, received, event).duplicate();
        }
        long changed = lastChange(state, event);
        if (changed > taken.offset()) {
            return possiblyOutdated(new Draft(state, received, event), event);
        }
        return changed >= 0 && isNeverHeardAfresh(event)
                ? new Draft(state, received, event).duplicate()
                : taking(taken.key(), received, asNew);
    }

    /**
     * What the first delivery left still stands, and yet the same would now do something else: a
     * second "created" would revive what was cancelled before the first one came, a second deletion
     * would cancel what was booked since. Only a patient is looked at again, since others may have
     * come who resemble them.
     */
    private static boolean isNeverHeardAfresh(BookingEvent event) {
        return event instanceof AppointmentEvent || event instanceof PatientDeleted;
    }

    /** An identity is taken by whatever settled the event; after an error it may come again. */
    private static Decision taking(String key, Received received, Decision decision) {
        return switch (decision.entry().status()) {
            case SUCCESS, STALE, NEEDS_REVIEW ->
                    decision.and(
                            new Effect.TakeIdentity(
                                    new TakenIdentity(
                                            key,
                                            received.bodyDigest(),
                                            received.eventId(),
                                            received.offset(),
                                            received.receivedAt(),
                                            false)));
            case DUPLICATE, ERROR -> decision;
        };
    }

    /**
     * Stamps do not count, since the same bytes say the same of their place; nor does the closing
     * of a question, since a late retry answers none.
     */
    private static boolean changesNothing(BookingState state, List<Effect> effects) {
        return effects.stream().allMatch(effect -> isAlreadySo(state, effect));
    }

    private static boolean isAlreadySo(BookingState state, Effect effect) {
        return switch (effect) {
            case Effect.PutPatient(var patient) ->
                    state.patient(patient.id()).filter(patient::saysTheSameAs).isPresent();
            case Effect.PutBookingPatient(var bookingPatient) ->
                    state.bookingPatient(bookingPatient.id())
                            .filter(held -> held.saysTheSameAs(bookingPatient.at(held.stamp())))
                            .isPresent();
            case Effect.PutAppointment(var appointment) ->
                    state.appointment(appointment.bookingAppointment())
                            .filter(appointment::saysTheSameAs)
                            .isPresent();
            case Effect.PutReview(var item) ->
                    !item.isOpen()
                            || state.openReview(item.subject())
                                    .filter(item::saysTheSameAs)
                                    .isPresent();
            case Effect.DropAppointment(var appointment) ->
                    state.appointment(appointment).isEmpty();
            case Effect.KeepApart(var bookingPatient, var patient) ->
                    state.isKeptApart(bookingPatient, patient);
            case Effect.PutCalendarFeed(var feed) ->
                    state.calendarFeed(feed.patient()).filter(feed::equals).isPresent();
            case Effect.DropCalendarFeed(var patient) -> state.calendarFeed(patient).isEmpty();
            case Effect.Announce _ -> true;
            case Effect.ChangeSettings(var settings) -> settings.equals(state.settings());
            case Effect.PutDirectory(var directory) -> directory.equals(state.directory());
            case Effect.TakeIdentity _ -> false;
        };
    }

    /** Offset of the record that last changed what the event is about; -1 where we know nothing. */
    private static long lastChange(BookingState state, BookingEvent event) {
        return switch (event) {
            case AppointmentEvent about ->
                    state.appointment(about.bookingAppointmentId())
                            .map(Appointment::changedOffset)
                            .orElse(-1L);
            case PatientEvent about -> lastChange(state, about.bookingPatientId());
            case BookingEvent.Ping _ -> -1L;
        };
    }

    private static long lastChange(BookingState state, BookingPatientId id) {
        Optional<BookingPatient> bookingPatient = state.bookingPatient(id);
        long heard = bookingPatient.map(BookingPatient::changedOffset).orElse(-1L);
        long ours =
                bookingPatient
                        .flatMap(BookingPatient::patient)
                        .flatMap(state::patient)
                        .map(Patient::changedOffset)
                        .orElse(-1L);
        return Math.max(heard, ours);
    }

    /**
     * What is decided anew on an event that failed: where something changed since it came, and
     * nothing proves that it is newer than that, a person is asked instead.
     *
     * @param came the offset at which it failed
     */
    static Decision unlessOutdated(
            BookingState state, Received again, long came, Decision decision) {
        if (!(again.content()
                        instanceof
                        Received.Content.Webhook(
                                EventReader.Reading.Understood(BookingEvent event),
                                var _))
                || lastChange(state, event) <= came
                || isProvenNewer(state, again, event)
                || changesNothing(state, withoutIdentity(decision.effects()))) {
            return decision;
        }
        return taking(
                IdentityKey.of(again, event),
                again,
                possiblyOutdated(new Draft(state, again, event), event));
    }

    private static boolean isProvenNewer(BookingState state, Received again, BookingEvent event) {
        Optional<Stamp> held =
                switch (event) {
                    case AppointmentEvent about ->
                            state.appointment(about.bookingAppointmentId()).map(Appointment::stamp);
                    case PatientEvent about ->
                            state.bookingPatient(about.bookingPatientId())
                                    .map(BookingPatient::stamp);
                    case BookingEvent.Ping _ -> Optional.empty();
                };
        Stamp said = Order.credible(event.stamp(), again.receivedAt());
        return held.filter(stamp -> Order.of(said, stamp) == Order.NEWER).isPresent();
    }

    private static List<Effect> withoutIdentity(List<Effect> effects) {
        return effects.stream().filter(effect -> !(effect instanceof Effect.TakeIdentity)).toList();
    }

    /** Leaves the state and the identity alone: the first delivery still holds it. */
    private static Decision possiblyOutdated(Draft draft, BookingEvent event) {
        Questions.ask(draft, Kind.POSSIBLY_OUTDATED, aboutStateOf(draft, event), List.of());
        return draft.needsReview();
    }

    private static Questions.About aboutStateOf(Draft draft, BookingEvent event) {
        return switch (event) {
            case AppointmentEvent about ->
                    new Questions.About(
                            Subject.outdated(about.bookingAppointmentId()),
                            draft.bookingPatient(),
                            Optional.of(about.bookingAppointmentId()),
                            draft.patient());
            case PatientEvent about ->
                    new Questions.About(
                            Subject.outdated(about.bookingPatientId()),
                            draft.bookingPatient(),
                            Optional.empty(),
                            draft.patient());
            case BookingEvent.Ping _ -> throw new IllegalStateException("a ping has no identity");
        };
    }
}
