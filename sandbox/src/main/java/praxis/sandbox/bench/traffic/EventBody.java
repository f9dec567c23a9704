package praxis.sandbox.bench.traffic;

import praxis.sandbox.population.Person;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes bodies of some 500 bytes: the fields we know, and others the tool also sends. */
final class EventBody {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** What the tool says besides, and nobody here reads. */
    private static final String BESIDES =
            ",\"location\":{\"name\":\"Praxis am Markt\",\"room\":\"Behandlungsraum 2\"},"
                    + "\"channel\":\"online\",\"locale\":\"de-DE\",\"source_system\":"
                    + "{\"name\":\"buchungstool\",\"build\":\"2026.11.3\"}";

    private final StringBuilder text = new StringBuilder(700);

    static Bytes appointment(String type, Booking booking, Instant occurredAt) {
        EventBody body = new EventBody().open(type, occurredAt);
        body.field("booking_appointment_id", booking.id());
        body.field("patient_id", booking.patientId());
        body.field(
                "scheduled_at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(booking.start().atZone(ZONE)));
        body.number("duration_minutes", booking.minutes());
        body.field("therapist_name", booking.therapist());
        body.field("service_name", booking.service());
        body.field("status", booking.cancelled() ? "cancelled" : "scheduled");
        body.number("version", booking.version());
        return body.close();
    }

    /** Half of the cancellations say no more. */
    static Bytes cancellationById(Booking booking, Instant occurredAt) {
        EventBody body = new EventBody().open("appointment.cancelled", occurredAt);
        body.field("id", booking.id());
        body.number("version", booking.version());
        return body.close();
    }

    /** Says only what the person has said. */
    static Bytes patient(String type, String id, Person person, Instant occurredAt) {
        EventBody body = new EventBody().open(type, occurredAt);
        body.field("booking_patient_id", id);
        person.email().ifPresent(email -> body.field("email", email));
        body.field("vorname", person.name().first());
        body.field("nachname", person.name().last());
        person.phone().ifPresent(phone -> body.field("phone", phone));
        person.birth().ifPresent(birth -> body.field("geburtsdatum", birth.toString()));
        body.field("gender", person.sex().wireName());
        return body.close();
    }

    static Bytes ping(Instant occurredAt) {
        return new EventBody().open("ping", occurredAt).close();
    }

    private EventBody open(String type, Instant occurredAt) {
        text.append("{\"event_type\":\"").append(type).append('"');
        field("occurred_at", occurredAt.toString());
        text.append(",\"payload\":{\"tenant\":\"praxis\"");
        return this;
    }

    /** Nothing that is written here needs escaping. */
    private void field(String name, String value) {
        text.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private void number(String name, int value) {
        text.append(",\"").append(name).append("\":").append(value);
    }

    private Bytes close() {
        text.append(BESIDES).append("}}");
        return Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
