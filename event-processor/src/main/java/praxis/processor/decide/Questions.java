package praxis.processor.decide;

import praxis.processor.model.Announcement;
import praxis.processor.model.Effect;
import praxis.processor.model.IdentityKey;
import praxis.processor.model.PatientId;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Proposal;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.EventReader;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.StableIds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Opens, asks again and closes what a person has to decide. */
final class Questions {
    /** Appointments often come a little ahead of their patient: no need to ask at once. */
    private static final Duration UNKNOWN_PATIENT_DELAY = Duration.ofHours(1);

    private Questions() {}

    /** Whom and what a question is about. */
    record About(
            Subject subject,
            Optional<BookingPatientId> bookingPatient,
            Optional<BookingAppointmentId> bookingAppointment,
            Optional<PatientId> patient) {}

    /** Asks, under the id of the open item where there is one. */
    static void ask(Draft draft, Kind kind, About about, List<Candidate> candidates) {
        Optional<ReviewItem> open = draft.openReview(about.subject());
        ReviewItem item =
                open.map(asked -> askAgain(draft, asked, kind, candidates))
                        .orElseGet(() -> open(draft, kind, about, candidates));
        draft.add(new Effect.PutReview(item));
        draft.asks(item);
        if (open.isEmpty()) {
            announce(draft, item, "opened");
        }
    }

    private static ReviewItem open(
            Draft draft, Kind kind, About about, List<Candidate> candidates) {
        Received received = draft.received();
        return new ReviewItem(
                StableIds.of(
                        "review",
                        draft.state().practice().value(),
                        about.subject().key(),
                        received.eventId().toString()),
                kind,
                about.subject(),
                about.bookingPatient(),
                about.bookingAppointment(),
                about.patient(),
                candidates,
                received.receivedAt(),
                dueAt(kind, received.receivedAt()),
                Optional.empty(),
                Optional.empty(),
                received.eventId(),
                proposal(draft, kind));
    }

    private static ReviewItem askAgain(
            Draft draft, ReviewItem asked, Kind kind, List<Candidate> candidates) {
        Received received = draft.received();
        Instant dueAt = asked.kind() == kind ? asked.dueAt() : dueAt(kind, received.receivedAt());
        return asked.askedAgainAs(
                kind, candidates, dueAt, received.eventId(), proposal(draft, kind));
    }

    /** Where it is asked whether to apply what came, what came is kept with the question. */
    private static Optional<Proposal> proposal(Draft draft, Kind kind) {
        Received received = draft.received();
        return !kind.asksWho()
                        && received.content()
                                instanceof
                                Received.Content.Webhook(
                                        EventReader.Reading.Understood(BookingEvent event),
                                        Bytes body)
                ? Optional.of(
                        new Proposal(
                                new String(body.toArray(), StandardCharsets.UTF_8),
                                received.receivedAt(),
                                IdentityKey.of(received, event)))
                : Optional.empty();
    }

    private static Instant dueAt(Kind kind, Instant receivedAt) {
        return kind == Kind.UNKNOWN_PATIENT ? receivedAt.plus(UNKNOWN_PATIENT_DELAY) : receivedAt;
    }

    /** Closes the open item on the subject, if there is one. */
    static void close(Draft draft, Subject subject, String because) {
        draft.openReview(subject)
                .map(item -> item.closedBecause(draft.received().receivedAt(), because))
                .ifPresent(
                        closed -> {
                            draft.add(new Effect.PutReview(closed));
                            announce(draft, closed, "closed");
                        });
    }

    /** Tells others, unless it is history that is delivered again. */
    static void announce(Draft draft, ReviewItem item, String change) {
        if (draft.received().backfill()) {
            return;
        }
        String eventId = draft.received().eventId().toString();
        var body = StrictJson.object();
        body.put("review_id", item.id().toString());
        body.put("kind", item.kind().name());
        body.put("change", change);
        body.put("due_at", item.dueAt().toString());
        body.put("event_id", eventId);
        draft.add(
                new Effect.Announce(
                        new Announcement(
                                StableIds.of("announcement", eventId, item.id().toString(), change),
                                Announcement.Topic.NEEDS_REVIEW,
                                "review." + change,
                                StrictJson.write(body))));
    }
}
