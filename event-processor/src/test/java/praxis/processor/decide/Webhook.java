package praxis.processor.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A webhook as the booking tool would send it, told in a sentence. Each step gives a new one, so
 * that a test can send the same twice, or a variation of it.
 *
 * @param signedId the {@code webhook-id} of Standard Webhooks
 */
record Webhook(ObjectNode document, Optional<String> signedId, boolean isBackfill) {
    static Webhook of(String type) {
        ObjectNode document = StrictJson.object();
        document.put("event_type", type);
        document.putObject("payload");
        return new Webhook(document, Optional.empty(), false);
    }

    static Webhook ping() {
        return of("ping");
    }

    /** With an e-mail address, which is required, and nothing else. */
    static Webhook patientCreated(String id) {
        return of("patient.created")
                .with("booking_patient_id", id)
                .email(id.toLowerCase(Locale.ROOT) + "@example.org");
    }

    static Webhook patientUpdated(String id) {
        return of("patient.updated").with("booking_patient_id", id);
    }

    static Webhook patientDeleted(String id) {
        return of("patient.deleted").with("booking_patient_id", id);
    }

    /** With what is required: half an hour of B1's on a day in May. */
    static Webhook appointmentCreated(String id) {
        return booking("appointment.created", id);
    }

    static Webhook appointmentUpdated(String id) {
        return booking("appointment.updated", id);
    }

    /** By nothing but its id. */
    static Webhook appointmentCancelled(String id) {
        return of("appointment.cancelled").with("booking_appointment_id", id);
    }

    private static Webhook booking(String type, String id) {
        return of(type).with("booking_appointment_id", id)
                .ofPatient("B1")
                .at("2026-05-04T10:00:00+02:00")
                .lasting(30);
    }

    Webhook named(String firstName, String lastName) {
        return with("first_name", firstName).with("last_name", lastName);
    }

    Webhook email(String email) {
        return with("email", email);
    }

    Webhook phone(String phone) {
        return with("phone", phone);
    }

    Webhook born(String date) {
        return with("date_of_birth", date);
    }

    Webhook ofPatient(String bookingPatientId) {
        return with("booking_patient_id", bookingPatientId);
    }

    Webhook at(String time) {
        return with("scheduled_at", time);
    }

    Webhook lasting(int minutes) {
        return changed(document -> payload(document).put("duration_minutes", minutes));
    }

    Webhook by(String therapist) {
        return with("therapist_name", therapist);
    }

    Webhook service(String service) {
        return with("service_name", service);
    }

    Webhook status(String status) {
        return with("status", status);
    }

    Webhook version(long version) {
        return changed(document -> payload(document).put("version", version));
    }

    Webhook sequence(long sequence) {
        return changed(document -> payload(document).put("sequence", sequence));
    }

    Webhook updatedAt(String time) {
        return with("updated_at", time);
    }

    Webhook with(String field, String value) {
        return changed(document -> payload(document).put(field, value));
    }

    Webhook nulling(String field) {
        return changed(document -> payload(document).putNull(field));
    }

    Webhook without(String field) {
        return changed(document -> payload(document).remove(field));
    }

    Webhook occurredAt(String time) {
        return changed(document -> document.put("occurred_at", time));
    }

    Webhook eventId(String id) {
        return changed(document -> document.put("event_id", id));
    }

    Webhook signedAs(String webhookId) {
        return new Webhook(document, Optional.of(webhookId), isBackfill);
    }

    /** With the header that marks history delivered again. */
    Webhook backfilled() {
        return new Webhook(document, signedId, true);
    }

    byte[] bytes() {
        return StrictJson.write(document).getBytes(StandardCharsets.UTF_8);
    }

    private Webhook changed(Consumer<ObjectNode> change) {
        ObjectNode copy = document.deepCopy();
        change.accept(copy);
        return new Webhook(copy, signedId, isBackfill);
    }

    private static ObjectNode payload(ObjectNode document) {
        return (ObjectNode) document.path("payload");
    }
}
