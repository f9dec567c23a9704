package praxis.processor.simulate.plant;

import praxis.processor.handle.Fold;
import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.TakenIdentity;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.AppointmentCancelled;
import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.AppointmentUpdated;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.Bytes;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that are right but for one thing. */
final class BadRules {
    private BadRules() {}

    static Fold.Rules byTheClock(Fold.Rules rules, InstantSource clock) {
        return (state, received) ->
                rules.decide(state, Edits.receivedAt(received, clock.instant()));
    }

    static Fold.Rules duplicateByHashOnly(Fold.Rules rules) {
        return (state, received) ->
                rules.decide(
                        state,
                        Edits.event(
                                Edits.webhookId(received, Optional.empty()),
                                event -> Edits.eventId(event, Optional.empty())));
    }

    static Fold.Rules retryAlwaysNew(Fold.Rules rules) {
        return (state, received) ->
                rules.decide(
                        state,
                        Edits.bodyDigest(
                                received,
                                Bytes.of(
                                        ByteBuffer.allocate(Long.BYTES)
                                                .putLong(received.offset())
                                                .array())));
    }

    static Fold.Rules historyIsNews(Fold.Rules rules) {
        return (state, received) -> rules.decide(state, Edits.live(received));
    }

    static Fold.Rules errorTakesIdentity(Fold.Rules rules) {
        return (state, received) -> {
            Decision decision = rules.decide(state, received);
            return decision.entry().status() == ProcessingStatus.ERROR
                            && received.webhookId().isPresent()
                    ? decision.and(taking("id:" + received.webhookId().get(), received))
                    : decision;
        };
    }

    private static Effect taking(String key, Received received) {
        return new Effect.TakeIdentity(
                new TakenIdentity(
                        key,
                        received.bodyDigest(),
                        received.eventId(),
                        received.offset(),
                        received.receivedAt(),
                        false));
    }

    static Fold.Rules absentIsNull(Fold.Rules rules) {
        return (state, received) ->
                rules.decide(
                        state,
                        Edits.event(
                                received,
                                event ->
                                        Edits.appointmentFields(
                                                Edits.patientFields(event, BadRules::cleared),
                                                BadRules::cleared)));
    }

    private static PatientFields cleared(PatientFields said) {
        return new PatientFields(
                said.email(),
                cleared(said.firstName()),
                cleared(said.lastName()),
                cleared(said.phone()),
                cleared(said.dateOfBirth()),
                said.gender());
    }

    private static AppointmentFields cleared(AppointmentFields said) {
        return new AppointmentFields(
                said.scheduledAt(),
                said.durationMinutes(),
                cleared(said.therapistName()),
                cleared(said.serviceName()),
                said.status(),
                said.referrerJson());
    }

    private static <T> Field<T> cleared(Field<T> field) {
        return field.isAbsent() ? Field.cleared() : field;
    }

    static Fold.Rules statusBeatsType(Fold.Rules rules) {
        return (state, received) -> rules.decide(state, Edits.event(received, BadRules::byStatus));
    }

    private static BookingEvent byStatus(BookingEvent event) {
        return event instanceof AppointmentCancelled it && !it.fields().status().isAbsent()
                ? new AppointmentUpdated(
                        it.eventId(),
                        it.stamp(),
                        it.bookingAppointmentId(),
                        it.bookingPatientId(),
                        it.fields())
                : event;
    }

    static Fold.Rules versionInverted(Fold.Rules rules) {
        return (state, received) ->
                rules.decide(
                        state,
                        Edits.event(
                                received, event -> Edits.stamp(event, inverted(event.stamp()))));
    }

    private static Stamp inverted(Stamp stamp) {
        return new Stamp(
                stamp.version().map(said -> new Stamp.Version(said.kind(), -said.number())),
                stamp.occurredAt());
    }

    static Fold.Rules parkedDropped(Fold.Rules rules) {
        return (state, received) -> {
            Decision decision = rules.decide(state, received);
            boolean links =
                    decision.entry().command().isEmpty()
                            && Set.of("linked", "created").contains(decision.entry().outcome());
            return links
                    ? new Decision(
                            decision.entry(),
                            decision.effects().stream()
                                    .filter(each -> !(each instanceof Effect.PutAppointment))
                                    .toList())
                    : decision;
        };
    }

    static Fold.Rules revivedWithoutProof(Fold.Rules rules) {
        return insteadOfAsking(
                rules,
                Set.of(Kind.REVIVED_APPOINTMENT),
                (state, item) -> {
                    Appointment held =
                            state.appointment(item.bookingAppointment().orElseThrow())
                                    .orElseThrow();
                    return List.of(
                            new Effect.PutAppointment(
                                    held.withStatus(
                                            AppointmentStatus.SCHEDULED,
                                            held.stamp(),
                                            held.syncedAt())));
                });
    }

    static Fold.Rules linkedByEmail(Fold.Rules rules) {
        return linkedInsteadOfAsking(rules, Set.of(Kind.EMAIL_ONLY, Kind.EMAIL_SHARED));
    }

    static Fold.Rules linkedTwice(Fold.Rules rules) {
        return linkedInsteadOfAsking(rules, Set.of(Kind.ALREADY_LINKED));
    }

    private static Fold.Rules linkedInsteadOfAsking(Fold.Rules rules, Set<Kind> kinds) {
        return insteadOfAsking(
                rules,
                kinds,
                (state, item) ->
                        List.of(linked(state, item, item.candidates().getFirst().patient())));
    }

    static Fold.Rules matchedAgain(Fold.Rules rules) {
        return insteadOfAsking(
                rules,
                Set.of(Kind.LINK_CONTRADICTED),
                (state, item) -> {
                    Patient old = state.patient(item.patient().orElseThrow()).orElseThrow();
                    Patient other =
                            new Patient(
                                    new PatientId(item.id()),
                                    old.details(),
                                    old.bookingSystemId(),
                                    old.bookingEmail(),
                                    old.therapistId(),
                                    old.userId(),
                                    old.toolFields(),
                                    old.staffFields(),
                                    old.archivedAt(),
                                    old.changedOffset());
                    return List.of(new Effect.PutPatient(other), linked(state, item, other.id()));
                });
    }

    private static Effect linked(BookingState state, ReviewItem item, PatientId to) {
        BookingPatient heard =
                item.bookingPatient()
                        .flatMap(state::bookingPatient)
                        .orElseGet(
                                () -> BookingPatient.unknown(item.bookingPatient().orElseThrow()));
        return new Effect.PutBookingPatient(heard.linkedTo(to));
    }

    /** What is done where a person should be asked. */
    @FunctionalInterface
    private interface Shortcut {
        List<Effect> take(BookingState state, ReviewItem item);
    }

    private static Fold.Rules insteadOfAsking(
            Fold.Rules rules, Set<Kind> kinds, Shortcut shortcut) {
        return (state, received) -> {
            Decision decision = rules.decide(state, received);
            // Staff answers questions: what it is about was asked before.
            boolean asking = !(received.content() instanceof Received.Content.Command);
            return decision.entry()
                    .review()
                    .filter(item -> asking && kinds.contains(item.kind()))
                    .map(
                            item -> {
                                state.apply(decision.effects());
                                return new Decision(decision.entry(), shortcut.take(state, item));
                            })
                    .orElse(decision);
        };
    }
}
