package praxis.sandbox.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.sandbox.population.Chance;
import praxis.sandbox.population.Person;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Writes the tool's events as it really writes them: two dialects mixed within one document, two
 * envelopes, two signature schemes, and fields that come and go.
 */
final class EventWriter {
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Chance chance;
    private final Supplier<String> ids;

    EventWriter(Chance chance, Supplier<String> ids) {
        this.chance = chance;
        this.ids = ids;
    }

    Delivery patient(String type, BookedPatient patient, Instant now) {
        Person person = patient.said();
        ObjectNode payload = StrictJson.object();
        payload.put(either("booking_patient_id", "id"), patient.id());
        person.email().ifPresent(email -> payload.put("email", email));
        if (chance.percent(95)) {
            payload.put(either("first_name", "vorname"), person.name().first());
            payload.put(either("last_name", "nachname"), person.name().last());
        }
        if (chance.percent(70) && person.phone().isPresent()) {
            payload.put(either("phone", "telefon"), person.phone().get());
        } else if (chance.percent(30)) {
            payload.putNull(either("phone", "telefon"));
        }
        if (chance.percent(75) && person.birth().isPresent()) {
            payload.put(either("date_of_birth", "geburtsdatum"), person.birth().get().toString());
        }
        if (chance.percent(60)) {
            payload.put(either("gender", "geschlecht"), person.sex().wireName());
        }
        return delivery(type, payload, now);
    }

    Delivery removal(BookedPatient patient, Instant now) {
        ObjectNode payload = StrictJson.object();
        payload.put(either("booking_patient_id", "id"), patient.id());
        return delivery("patient.deleted", payload, now);
    }

    Delivery appointment(String type, BookedAppointment appointment, Instant now) {
        ObjectNode payload = StrictJson.object();
        payload.put(either("booking_appointment_id", "id"), appointment.id());
        payload.put(either("booking_patient_id", "patient_id"), appointment.patientId());
        payload.put("scheduled_at", timeText(appointment.start()));
        payload.put("duration_minutes", appointment.minutes());
        if (chance.percent(75)) {
            payload.put("therapist_name", appointment.therapist());
        } else if (chance.percent(10)) {
            payload.putNull("therapist_name");
        }
        if (chance.percent(75)) {
            payload.put("service_name", appointment.service());
        }
        if (chance.percent(80) || !appointment.status().equals(Diary.SCHEDULED)) {
            payload.put("status", appointment.status());
        }
        if (chance.percent(15)) {
            payload.putObject("referrer").put("quelle", chance.pick(Offers.SOURCES));
        }
        version(payload, appointment);
        return delivery(type, payload, now);
    }

    /** Half of the cancellations carry the id and nothing else. */
    Delivery cancellation(BookedAppointment appointment, Instant now) {
        if (chance.percent(50)) {
            return appointment("appointment.cancelled", appointment, now);
        }
        ObjectNode payload = StrictJson.object();
        payload.put(either("booking_appointment_id", "id"), appointment.id());
        version(payload, appointment);
        return delivery("appointment.cancelled", payload, now);
    }

    Delivery ping(Instant now) {
        return delivery("ping", StrictJson.object(), now);
    }

    Delivery delivery(String type, ObjectNode payload, Instant now) {
        String id = ids.get();
        return raw(id, StrictJson.write(envelope(id, type, payload, now)));
    }

    /** Signed like any other, whatever {@code text} is. */
    Delivery raw(String id, String text) {
        SignatureScheme scheme =
                chance.percent(50) ? SignatureScheme.STANDARD_WEBHOOKS : SignatureScheme.BODY;
        return Delivery.of(id, scheme, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode envelope(String id, String type, ObjectNode payload, Instant now) {
        ObjectNode envelope = StrictJson.object();
        String occurredAt = now.truncatedTo(ChronoUnit.MILLIS).toString();
        if (chance.percent(30)) {
            envelope.put("type", type).put("timestamp", occurredAt).set("data", payload);
            return envelope;
        }
        envelope.put("event_type", type);
        if (chance.percent(40)) {
            envelope.put("event_id", id);
        }
        if (chance.percent(50)) {
            envelope.put("occurred_at", occurredAt);
        }
        envelope.set("payload", payload);
        return envelope;
    }

    private String timeText(Instant start) {
        return chance.percent(80) ? WITH_OFFSET.format(start.atZone(Diary.ZONE)) : start.toString();
    }

    private static void version(ObjectNode payload, BookedAppointment appointment) {
        if (appointment.version() > 0) {
            payload.put("version", appointment.version());
        }
    }

    private String either(String english, String german) {
        return chance.percent(50) ? english : german;
    }
}
