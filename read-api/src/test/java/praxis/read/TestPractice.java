package praxis.read;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
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
