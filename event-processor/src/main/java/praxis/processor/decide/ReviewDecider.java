package praxis.processor.decide;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.Placeholders;
import praxis.processor.model.Proposed;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Closing;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Settled;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what a person's answer to a review item does; the first one counts (SPEC 5). */
final class ReviewDecider {
    private static final Duration POSTPONED_BY_DEFAULT = Duration.ofDays(7);

    private ReviewDecider() {}

    static Decision decide(Draft draft, DecideReview command) {
        Optional<ReviewItem> named = draft.state().review(command.review());
        if (named.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such review item.");
        }
        ReviewItem item = named.get();
        draft.asks(item);
        item.bookingPatient().ifPresent(draft::about);
        return item.closed()
                .map(closing -> tooLate(draft, closing))
                .orElseGet(() -> decide(draft, item, command));
    }

    private static Decision tooLate(Draft draft, Closing closing) {
        return closing.settled()
                .map(
                        settled ->
                                draft.refuse(
                                        Refusal.ALREADY_DECIDED,
                                        "The item was decided before: "
                                                + settled.decision()
                                                + " by "
                                                + settled.by()
                                                + "."))
                .orElseGet(
                        () ->
                                draft.refuse(
                                        Refusal.ALREADY_CLOSED,
                                        "A later event has settled the item."));
    }

    private static Decision decide(Draft draft, ReviewItem item, DecideReview command) {
        boolean aboutSomebody = item.kind().asksWho() && item.bookingPatient().isPresent();
        return switch (command.answer()) {
            case Answer.Postpone(Optional<Instant> until) -> postpone(draft, item, until);
            case Answer.Link(var patient) when aboutSomebody ->
                    link(draft, item, command, new PatientId(patient));
            case Answer.Create(PatientFields typed) when aboutSomebody ->
                    create(draft, item, command, typed);
            case Answer.Dismiss _ when aboutSomebody -> dismiss(draft, item, command);
            case Answer.TakeNew _ when !item.kind().asksWho() -> takeNew(draft, item, command);
            case Answer.KeepCurrent _ when !item.kind().asksWho() ->
                    keepCurrent(draft, item, command);
            case Answer.Link _,
                    Answer.Create _,
                    Answer.Dismiss _,
                    Answer.TakeNew _,
                    Answer.KeepCurrent _ ->
                    draft.refuse(
                            Refusal.NOT_POSSIBLE,
                            "An item of this kind cannot be decided in this way.");
        };
    }

    private static Decision postpone(Draft draft, ReviewItem item, Optional<Instant> until) {
        Instant now = draft.received().receivedAt();
        Instant then = until.orElseGet(() -> now.plus(POSTPONED_BY_DEFAULT));
        if (!then.isAfter(now)) {
            return draft.refuse(Refusal.NOT_POSSIBLE, "The item can only be postponed to later.");
        }
        ReviewItem postponed = item.postponed(then);
        draft.add(new Effect.PutReview(postponed));
        draft.asks(postponed);
        return draft.success("postponed");
    }

    private static void settle(
            Draft draft, ReviewItem item, DecideReview command, Optional<PatientId> patient) {
        Settled settled =
                new Settled(
                        draft.orderedBy(), command.answer().wireName(), patient, command.reason());
        ReviewItem closed = item.settled(draft.received().receivedAt(), settled);
        draft.settles(closed);
        Questions.announce(draft, closed, "closed");
    }

    private static Decision link(
            Draft draft, ReviewItem item, DecideReview command, PatientId chosen) {
        Optional<Patient> patient = draft.state().patient(chosen).filter(Patient::isActive);
        if (patient.isEmpty()) {
            return draft.refuse(Refusal.NOT_FOUND, "The practice has no such patient.");
        }
        settle(draft, item, command, Optional.of(chosen));
        PatientDecider.link(draft, newcomer(draft, item), patient.get(), "linked");
        return draft.success("decided");
    }

    /** Whoever was proposed is kept apart, for ever. */
    private static Decision create(
            Draft draft, ReviewItem item, DecideReview command, PatientFields typed) {
        BookingPatient newcomer = newcomer(draft, item);
        Patient patient =
                DetailMerge.byStaff(
                        DetailMerge.merge(PatientDecider.newPatient(draft), newcomer.facts()),
                        typed);
        if (StaffPatientDecider.isNameless(patient)) {
            return draft.refuse(
                    Refusal.NOT_POSSIBLE, "The booking tool told no name: type one in.");
        }
        settle(draft, item, command, Optional.of(patient.id()));
        item.candidates()
                .forEach(
                        candidate ->
                                draft.add(
                                        new Effect.KeepApart(newcomer.id(), candidate.patient())));
        PatientDecider.link(draft, newcomer, patient, "created");
        return draft.success("decided");
    }

    private static Decision dismiss(Draft draft, ReviewItem item, DecideReview command) {
        BookingPatient newcomer = newcomer(draft, item);
        settle(draft, item, command, Optional.empty());
        draft.put(newcomer.standing(Standing.IGNORED));
        for (Appointment appointment : draft.state().allAppointmentsOf(newcomer.id())) {
            if (appointment.patient().isEmpty()) {
                draft.add(new Effect.DropAppointment(appointment.bookingAppointment()));
            }
        }
        return draft.success("decided");
    }

    private static BookingPatient newcomer(Draft draft, ReviewItem item) {
        BookingPatientId id = item.bookingPatient().orElseThrow();
        return draft.state().bookingPatient(id).orElseGet(() -> BookingPatient.unknown(id));
    }

    private static Decision takeNew(Draft draft, ReviewItem item, DecideReview command) {
        Optional<BookingEvent> proposed = item.proposal().flatMap(Proposed::event);
        if (proposed.isEmpty()) {
            return draft.refuse(Refusal.NOT_POSSIBLE, "What was proposed is not known any more.");
        }
        settle(draft, item, command, item.patient());
        Draft taking = draft.taking(proposed.get(), item.proposal().orElseThrow().receivedAt());
        Decider.apply(taking, proposed.get());
        return taking.success("decided");
    }

    /** What the tool said is remembered as answered, so that it is not asked again. */
    private static Decision keepCurrent(Draft draft, ReviewItem item, DecideReview command) {
        settle(draft, item, command, item.patient());
        item.proposal()
                .flatMap(proposal -> draft.state().identity(proposal.identityKey()))
                .ifPresent(taken -> draft.add(new Effect.TakeIdentity(taken.asAnswered())));
        if (item.kind() == Kind.LINK_CONTRADICTED) {
            item.proposal()
                    .flatMap(Proposed::event)
                    .ifPresent(event -> rememberSaid(draft, item, event));
        }
        return draft.success("decided");
    }

    private static void rememberSaid(Draft draft, ReviewItem item, BookingEvent event) {
        PatientFields said =
                switch (event) {
                    case BookingEvent.PatientCreated created -> created.fields();
                    case BookingEvent.PatientUpdated updated -> updated.fields();
                    case BookingEvent.PatientDeleted _,
                            BookingEvent.AppointmentEvent _,
                            BookingEvent.Ping _ ->
                            PatientFields.none();
                };
        BookingPatient known = newcomer(draft, item);
        draft.put(
                known.saying(
                        Placeholders.dropFrom(said).over(known.facts()),
                        Order.advance(known.stamp(), event.stamp())));
    }
}
