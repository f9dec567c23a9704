package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import praxis.processor.model.CandidateJson;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Closing;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Proposal;
import praxis.processor.model.ReviewItem.Settled;
import praxis.processor.model.ReviewItem.Subject;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What waits for a person, and what did. */
final class ReviewDao {
    private static final Columns<InPractice<ReviewItem>> COLUMNS = columns();

    private ReviewDao() {}

    /** Open items about one of these people or appointments. */
    static void loadOpen(
            Handle handle,
            List<InPractice<BookingPatientId>> people,
            List<InPractice<BookingAppointmentId>> appointments,
            Consumer<InPractice<ReviewItem>> found) {
        if (people.isEmpty() && appointments.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, found.id, kind, subject, booking_patient_id,
                            booking_appointment_id, patient_id, candidates, opened_at, due_at,
                            postponed_until, closed_at, closed_because, decided_by, decision,
                            decision_reason, decided_patient_id, event_id, proposed_body,
                            proposed_at, proposed_identity
                        from unnest(:person_practice, :person_id) as person (practice, id)
                        cross join lateral (
                            select * from projection.review_items
                            where practice_id = person.practice
                                and booking_patient_id = person.id and closed_at is null
                            offset 0) found
                        union all
                        select practice_id, found.id, kind, subject, booking_patient_id,
                            booking_appointment_id, patient_id, candidates, opened_at, due_at,
                            postponed_until, closed_at, closed_because, decided_by, decision,
                            decision_reason, decided_patient_id, event_id, proposed_body,
                            proposed_at, proposed_identity
                        from unnest(:appointment_practice, :appointment_id) as named (practice, id)
                        cross join lateral (
                            select * from projection.review_items
                            where practice_id = named.practice
                                and booking_appointment_id = named.id and closed_at is null
                            offset 0) found
                        """);
        new Columns<InPractice<BookingPatientId>>()
                .text("person_practice", row -> row.practice().value())
                .text("person_id", row -> row.value().value())
                .bind(query, people);
        new Columns<InPractice<BookingAppointmentId>>()
                .text("appointment_practice", row -> row.practice().value())
                .text("appointment_id", row -> row.value().value())
                .bind(query, appointments);
        read(query, found);
    }

    /** The items that commands name, open or closed. */
    static void load(
            Handle handle, List<InPractice<UUID>> named, Consumer<InPractice<ReviewItem>> found) {
        if (named.isEmpty()) {
            return;
        }
        Query query =
                handle.createQuery(
                        """
                        select practice_id, found.id, kind, subject, booking_patient_id,
                            booking_appointment_id, patient_id, candidates, opened_at, due_at,
                            postponed_until, closed_at, closed_because, decided_by, decision,
                            decision_reason, decided_patient_id, event_id, proposed_body,
                            proposed_at, proposed_identity
                        from unnest(:practice_id, :review_id) as named (practice, review)
                        cross join lateral (
                            select * from projection.review_items
                            where practice_id = named.practice and id = named.review
                            offset 0) found
                        """);
        new Columns<InPractice<UUID>>()
                .text("practice_id", row -> row.practice().value())
                .uuid("review_id", InPractice::value)
                .bind(query, named);
        read(query, found);
    }

    static void all(Handle handle, Consumer<InPractice<ReviewItem>> found) {
        read(
                handle.createQuery(
                        """
                        select practice_id, id, kind, subject, booking_patient_id,
                            booking_appointment_id, patient_id, candidates, opened_at, due_at,
                            postponed_until, closed_at, closed_because, decided_by, decision,
                            decision_reason, decided_patient_id, event_id, proposed_body,
                            proposed_at, proposed_identity
                        from projection.review_items
                        """),
                found);
    }

    private static void read(Query query, Consumer<InPractice<ReviewItem>> found) {
        Row.each(query, row -> found.accept(new InPractice<>(row.practice(), item(row))));
    }

    private static ReviewItem item(Row row) throws SQLException {
        return new ReviewItem(
                row.uuid("id"),
                Kind.valueOf(row.text("kind")),
                new Subject(row.text("subject")),
                row.maybeText("booking_patient_id").map(BookingPatientId::new),
                row.maybeText("booking_appointment_id").map(BookingAppointmentId::new),
                row.maybeUuid("patient_id").map(PatientId::new),
                CandidateJson.read(row.text("candidates")),
                row.instant("opened_at"),
                row.instant("due_at"),
                row.maybeInstant("postponed_until"),
                closing(row),
                row.uuid("event_id"),
                proposal(row));
    }

    private static Optional<Closing> closing(Row row) throws SQLException {
        String because = row.maybeText("closed_because").orElse("");
        String decision = row.maybeText("decision").orElse("");
        Optional<PatientId> patient = row.maybeUuid("decided_patient_id").map(PatientId::new);
        Optional<String> reason = row.maybeText("decision_reason");
        Optional<Settled> settled =
                row.maybeText("decided_by").map(by -> new Settled(by, decision, patient, reason));
        return row.maybeInstant("closed_at").map(at -> new Closing(at, because, settled));
    }

    private static Optional<Proposal> proposal(Row row) throws SQLException {
        String body = row.maybeText("proposed_body").orElse("");
        String identity = row.maybeText("proposed_identity").orElse("");
        return row.maybeInstant("proposed_at").map(at -> new Proposal(body, at, identity));
    }

    /** Closed items first: another open one may take over the subject of an item that closes. */
    static void write(Handle handle, List<InPractice<ReviewItem>> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (var update =
                handle.createUpdate(
                        """
                        insert into projection.review_items (
                            practice_id, id, kind, subject, booking_patient_id,
                            booking_appointment_id, patient_id, candidates, state, opened_at,
                            due_at, postponed_until, closed_at, closed_because, decided_by,
                            decision, decision_reason, decided_patient_id, event_id, proposed_body,
                            proposed_at, proposed_identity, candidate_ids)
                        select item.*, (
                            select coalesce(array_agg((each ->> 'id')::uuid), '{}')
                            from json_array_elements(item.candidates) each)
                        from unnest(
                            :practice_id, :id, :kind, :subject, :booking_patient_id,
                            :booking_appointment_id, :patient_id, :candidates, :state, :opened_at,
                            :due_at, :postponed_until, :closed_at, :closed_because, :decided_by,
                            :decision, :decision_reason, :decided_patient_id, :event_id,
                            :proposed_body, :proposed_at, :proposed_identity)
                            as item (
                            practice_id, id, kind, subject, booking_patient_id,
                            booking_appointment_id, patient_id, candidates, state, opened_at,
                            due_at, postponed_until, closed_at, closed_because, decided_by,
                            decision, decision_reason, decided_patient_id, event_id, proposed_body,
                            proposed_at, proposed_identity)
                        order by item.state = 'open'
                        on conflict (practice_id, id) do update set (
                            kind, candidates, state, due_at, postponed_until, closed_at,
                            closed_because, decided_by, decision, decision_reason,
                            decided_patient_id, event_id, proposed_body, proposed_at,
                            proposed_identity, candidate_ids) = (
                            excluded.kind, excluded.candidates, excluded.state, excluded.due_at,
                            excluded.postponed_until, excluded.closed_at, excluded.closed_because,
                            excluded.decided_by, excluded.decision, excluded.decision_reason,
                            excluded.decided_patient_id, excluded.event_id, excluded.proposed_body,
                            excluded.proposed_at, excluded.proposed_identity,
                            excluded.candidate_ids)
                        """)) {
            COLUMNS.bind(update, changed);
            update.execute();
        }
    }

    private static Columns<InPractice<ReviewItem>> columns() {
        return new Columns<InPractice<ReviewItem>>()
                .text("practice_id", row -> row.practice().value())
                .uuid("id", row -> row.value().id())
                .text("kind", row -> row.value().kind().name())
                .text("subject", row -> row.value().subject().key())
                .text(
                        "booking_patient_id",
                        row ->
                                row.value()
                                        .bookingPatient()
                                        .map(BookingPatientId::value)
                                        .orElse(null))
                .text(
                        "booking_appointment_id",
                        row ->
                                row.value()
                                        .bookingAppointment()
                                        .map(BookingAppointmentId::value)
                                        .orElse(null))
                .uuid("patient_id", row -> row.value().patient().map(PatientId::value).orElse(null))
                .json("candidates", row -> CandidateJson.write(row.value().candidates()))
                .text("state", row -> row.value().isOpen() ? "open" : "closed")
                .instant("opened_at", row -> row.value().openedAt())
                .instant("due_at", row -> row.value().dueAt())
                .instant("postponed_until", row -> row.value().postponedUntil().orElse(null))
                .instant("closed_at", row -> row.value().closed().map(Closing::at).orElse(null))
                .text(
                        "closed_because",
                        row -> row.value().closed().map(Closing::because).orElse(null))
                .text("decided_by", row -> settled(row).map(Settled::by).orElse(null))
                .text("decision", row -> settled(row).map(Settled::decision).orElse(null))
                .text("decision_reason", row -> settled(row).flatMap(Settled::reason).orElse(null))
                .uuid(
                        "decided_patient_id",
                        row ->
                                settled(row)
                                        .flatMap(Settled::patient)
                                        .map(PatientId::value)
                                        .orElse(null))
                .uuid("event_id", row -> row.value().eventId())
                .text(
                        "proposed_body",
                        row -> row.value().proposal().map(Proposal::body).orElse(null))
                .instant(
                        "proposed_at",
                        row -> row.value().proposal().map(Proposal::receivedAt).orElse(null))
                .text(
                        "proposed_identity",
                        row -> row.value().proposal().map(Proposal::identityKey).orElse(null));
    }

    private static Optional<Settled> settled(InPractice<ReviewItem> row) {
        return row.value().closed().flatMap(Closing::settled);
    }
}
