package praxis.read;

import org.jspecify.annotations.Nullable;

import praxis.schemas.command.BookingToolUrl;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.Therapist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Fills a practice's tables, as the processor would. */
public final class TestPractice {
    private final TestDatabase database;
    private final String id;
    private long nextOffset;

    public TestPractice(TestDatabase database, String id) {
        this.database = database;
        this.id = id;
        database.execute("insert into projection.practices (practice_id) values (?)", id);
    }

    public TestDatabase database() {
        return database;
    }

    public String id() {
        return id;
    }

    public void set(String column, Object value) {
        database.execute(
                "update projection.practices set " + column + " = ? where practice_id = ?",
                value,
                id);
    }

    public void signOfLife(Instant time) {
        set("last_sign_of_life", time.atOffset(ZoneOffset.UTC));
    }

    public UUID patient(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String therapist,
            @Nullable String user) {
        UUID patient = UUID.randomUUID();
        database.execute(
                """
                insert into projection.patients (
                    practice_id, id, first_name, last_name, email, phone, date_of_birth,
                    booking_system_id, booking_email, therapist_id, user_id, changed_offset)
                values (?, ?, ?, ?, ?, '+49301234', '1980-02-29', ?, ?, ?, ?, 0)
                """,
                id,
                patient,
                firstName,
                lastName,
                patient + "@example.org",
                "b-" + patient,
                "tool-" + patient + "@example.org",
                therapist,
                user);
        return patient;
    }

    public void setPatient(UUID patient, String column, @Nullable Object value) {
        database.execute(
                "update projection.patients set "
                        + column
                        + " = ? where practice_id = ? and id = ?",
                value,
                id,
                patient);
    }

    public UUID appointment(
            @Nullable UUID patient, @Nullable Instant scheduledAt, String therapistName) {
        return appointment(patient, scheduledAt, therapistName, Instant.EPOCH);
    }

    public UUID appointment(
            @Nullable UUID patient,
            @Nullable Instant scheduledAt,
            String therapistName,
            Instant syncedAt) {
        UUID appointment = UUID.randomUUID();
        database.execute(
                """
                insert into projection.appointments (
                    practice_id, id, booking_system_appointment_id, booking_patient_id, patient_id,
                    scheduled_at, duration_minutes, therapist_name, service_name, status,
                    synced_at, announced, changed_offset)
                values (?, ?, ?, ?, ?, ?, 30, ?, 'Massage', 'scheduled', ?, true, 0)
                """,
                id,
                appointment,
                "a-" + appointment,
                "b-" + patient,
                patient,
                scheduledAt == null ? null : scheduledAt.atOffset(ZoneOffset.UTC),
                therapistName,
                syncedAt.atOffset(ZoneOffset.UTC));
        return appointment;
    }

    /** Of the booking tool's, named Nora Neu. */
    public String bookingPatient(String id, String standing, @Nullable UUID patient) {
        database.execute(
                """
                insert into projection.booking_patients (
                    practice_id, booking_patient_id, standing, patient_id, first_name, last_name,
                    email, phone, date_of_birth, changed_offset)
                values (?, ?, ?, ?, 'Nora', 'Neu', 'nora.neu@example.org', null, '1990-05-01', 0)
                """,
                this.id,
                id,
                standing,
                patient);
        return id;
    }

    /** Without a patient yet. */
    public UUID parked(String bookingPatient, Instant scheduledAt) {
        UUID appointment = appointment(null, scheduledAt, "Dr. Eins");
        database.execute(
                "update projection.appointments set booking_patient_id = ? where id = ?",
                bookingPatient,
                appointment);
        return appointment;
    }

    /**
     * An open item on who a booking patient is.
     *
     * @param candidates JSON, as the matcher writes it
     */
    public UUID review(String kind, String bookingPatient, String candidates, Instant openedAt) {
        UUID item = UUID.randomUUID();
        database.execute(
                """
                insert into projection.review_items (
                    practice_id, id, kind, subject, booking_patient_id, candidates, candidate_ids,
                    state, opened_at, due_at, event_id)
                select ?, ?, ?, ?, ?, cast(json as json), array(
                        select cast(each ->> 'patient_id' as uuid)
                        from json_array_elements(cast(json as json)) each),
                    'open', ?, ?, ?
                from cast(? as text) json
                """,
                id,
                item,
                kind,
                "identity:" + item,
                bookingPatient,
                openedAt.atOffset(ZoneOffset.UTC),
                openedAt.atOffset(ZoneOffset.UTC),
                event("patient.created", "{}"),
                candidates);
        return item;
    }

    public void setReview(UUID item, String column, @Nullable Object value) {
        database.execute(
                "update projection.review_items set " + column + " = ? where id = ?", value, item);
    }

    /** As it stands once somebody has decided. */
    public void decided(UUID item, String by, String decision, @Nullable UUID patient) {
        database.execute(
                """
                update projection.review_items set (
                    state, closed_at, closed_because, decided_by, decision, decision_reason,
                    decided_patient_id)
                    = ('closed', ?, 'decided', ?, ?, 'asked by telephone', cast(? as uuid))
                where id = ? and state = 'open'
                """,
                TestApi.NOW.atOffset(ZoneOffset.UTC),
                by,
                decision,
                patient,
                item);
    }

    public boolean isOpen(UUID review) {
        return !database.column(
                        "select id from projection.review_items where state = 'open' and id = '"
                                + review
                                + "'")
                .isEmpty();
    }

    public long version() {
        return Long.parseLong(
                database.column(
                                "select settings_version from projection.practices where"
                                        + " practice_id = '"
                                        + id
                                        + "'")
                        .getFirst());
    }

    public void chooses(PracticeSettings wanted) {
        database.execute(
                """
                update projection.practices set (
                    default_therapist_id, booking_tool_url, time_policy, retry_horizon_seconds,
                    therapist_scope, create_policy, link_without_email, rate_limit_per_minute,
                    settings_version) = (?, ?, ?, ?, ?, ?, ?, ?, settings_version + 1)
                where practice_id = ?
                """,
                wanted.defaultTherapistId().orElse(null),
                wanted.bookingToolUrl().map(BookingToolUrl::value).orElse(null),
                wanted.timePolicy().wireName(),
                wanted.retryHorizon().toSeconds(),
                wanted.therapistScope().wireName(),
                wanted.createPolicy().wireName(),
                wanted.linkWithoutEmail(),
                wanted.limitPerMinute().orElse(null),
                id);
    }

    public void lists(List<Therapist> therapists) {
        for (String table : List.of("therapist_names", "therapists")) {
            database.execute("delete from projection." + table + " where practice_id = ?", id);
        }
        for (Therapist therapist : therapists) {
            database.execute(
                    """
                    insert into projection.therapists (practice_id, therapist_id, display_name)
                    values (?, ?, ?)
                    """,
                    id,
                    therapist.id(),
                    therapist.displayName());
            therapist.names().forEach(name -> therapistName(therapist.id(), name));
        }
        set("settings_version", version() + 1);
    }

    /** As the booking tool sent the time of an appointment. */
    public void sentTime(UUID appointment, String text) {
        database.execute(
                "update projection.appointments set scheduled_text = ? where id = ?",
                text,
                appointment);
    }

    public void therapistName(String therapist, String name) {
        database.execute(
                """
                insert into projection.therapist_names (practice_id, therapist_name, therapist_id)
                values (?, ?, ?)
                """,
                id,
                name,
                therapist);
    }

    public UUID event(String type, String body) {
        return event(type, "success", Instant.EPOCH, null, body, null);
    }

    /** With bytes that JSONB cannot hold. */
    public UUID event(String type, String body, String notJsonb) {
        UUID event = event(type, "success", Instant.EPOCH, null, null, null);
        payload(nextOffset - 1, body, notJsonb);
        return event;
    }

    public UUID event(
            String type,
            String status,
            Instant receivedAt,
            @Nullable UUID patient,
            @Nullable String body,
            @Nullable UUID about) {
        UUID event = UUID.randomUUID();
        long offset = nextOffset++;
        database.execute(
                """
                insert into ledger.event_log (
                    partition_no, record_offset, id, practice_id, kind, event_type, received_at,
                    scheme, secret_fingerprint, backfill, booking_patient_id,
                    booking_appointment_id, patient_id, about_event_id, processing_status,
                    error_message, outcome, commitment, leaf)
                values (?, ?, ?, ?, 'webhook', ?, ?, 'body', 'fp', false, ?, ?, ?, ?, ?, ?,
                    '{"effect": "none"}', 'c', 'l')
                """,
                partition(),
                offset,
                event,
                id,
                type,
                receivedAt.atOffset(ZoneOffset.UTC),
                "tool-patient-" + offset,
                "tool-appointment-" + offset,
                patient,
                about,
                status,
                status.equals("error") ? "scheduled_at is no time" : null);
        if (body != null) {
            payload(offset, body, null);
        }
        return event;
    }

    /** As the newest entry about the event has it. */
    public String currentStatus(UUID event) {
        return database.column(
                        """
                        select processing_status from ledger.event_log
                        where '%s' in (id, about_event_id)
                        order by about_event_id is null limit 1
                        """
                                .formatted(event))
                .getFirst();
    }

    /** As many as there can be, of one kind, one after the other. */
    public void events(int count, String type, Instant receivedAt) {
        database.execute(
                """
                insert into ledger.event_log (
                    partition_no, record_offset, id, practice_id, kind, event_type, received_at,
                    scheme, secret_fingerprint, backfill, processing_status, outcome, commitment,
                    leaf)
                select ?, ? + number, gen_random_uuid(), ?, 'webhook', ?, ?, 'body', 'fp', false,
                    'success', '{}', 'c', 'l'
                from generate_series(0, ? - 1) number
                """,
                partition(),
                nextOffset,
                id,
                type,
                receivedAt.atOffset(ZoneOffset.UTC),
                count);
        nextOffset += count;
    }

    /** Opened by the token with this hash from now on, or by none. */
    public void feed(UUID patient, @Nullable String tokenHash) {
        database.execute(
                "delete from projection.calendar_feeds where practice_id = ? and patient_id = ?",
                id,
                patient);
        if (tokenHash != null) {
            database.execute(
                    """
                    insert into projection.calendar_feeds (practice_id, patient_id, token_hash)
                    values (?, ?, ?)
                    """,
                    id,
                    patient,
                    tokenHash);
        }
    }

    public void setAppointment(UUID appointment, String column, @Nullable Object value) {
        database.execute(
                "update projection.appointments set " + column + " = ? where id = ?",
                value,
                appointment);
    }

    private void payload(long offset, String body, @Nullable String notJsonb) {
        database.execute(
                """
                insert into ledger.event_payloads (
                    partition_no, record_offset, salt, body, not_jsonb)
                values (?, ?, 'salt', ?, ?)
                """,
                partition(),
                offset,
                body.getBytes(StandardCharsets.UTF_8),
                notJsonb);
    }

    /** Each practice has a partition to itself here, as far as its name's hash goes. */
    private int partition() {
        return Math.floorMod(id.hashCode(), 1_000_000);
    }
}
