package praxis.sandbox.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import praxis.sandbox.tool.Delivery;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** An event in a test's own words; without an id it is signed over its body only. */
record Told(ObjectNode document, Optional<String> webhookId) {
    static Told event(String type) {
        ObjectNode document = StrictJson.object().put("event_type", type);
        document.putObject("payload");
        return new Told(document, Optional.empty());
    }

    static Told patientCreated(String bookingPatientId) {
        return event("patient.created").with("booking_patient_id", bookingPatientId);
    }

    /** Of somebody; far from those of others, since who is alike in all else is asked about. */
    static String birthdayOf(String who) {
        return LocalDate.of(1930, 1, 1)
                .plusDays(Math.floorMod(who.hashCode() * 7_919, 25_000))
                .toString();
    }

    static Told patientUpdated(String bookingPatientId) {
        return event("patient.updated").with("booking_patient_id", bookingPatientId);
    }

    static Told patientDeleted(String bookingPatientId) {
        return event("patient.deleted").with("booking_patient_id", bookingPatientId);
    }

    static Told booked(String id, String bookingPatientId, String scheduledAt) {
        return appointment("appointment.created", id, bookingPatientId, scheduledAt);
    }

    static Told rebooked(String id, String bookingPatientId, String scheduledAt) {
        return appointment("appointment.updated", id, bookingPatientId, scheduledAt);
    }

    static Told cancelled(String id) {
        return event("appointment.cancelled").with("booking_appointment_id", id);
    }

    private static Told appointment(
            String type, String id, String bookingPatientId, String scheduledAt) {
        return event(type)
                .with("booking_appointment_id", id)
                .with("booking_patient_id", bookingPatientId)
                .with("scheduled_at", scheduledAt)
                .with("duration_minutes", 30);
    }

    Told with(String field, @Nullable Object value) {
        ObjectNode copy = document.deepCopy();
        ((ObjectNode) copy.path("payload")).set(field, node(value));
        return new Told(copy, webhookId);
    }

    Told named(String firstName, String lastName) {
        return with("first_name", firstName).with("last_name", lastName);
    }

    /** Beside the payload. */
    Told outside(String field, String value) {
        return new Told(document.deepCopy().put(field, value), webhookId);
    }

    /** Signed with this id, by Standard Webhooks. */
    Told as(String id) {
        return new Told(document, Optional.of(id));
    }

    Delivery delivery() {
        return Delivery.of(
                webhookId.orElse("unsent"),
                webhookId.isPresent() ? SignatureScheme.STANDARD_WEBHOOKS : SignatureScheme.BODY,
                Bytes.of(StrictJson.write(document).getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> StrictJson.object().nullNode();
            case Integer number -> StrictJson.object().numberNode(number);
            default -> StrictJson.object().textNode(value.toString());
        };
    }
}
