package praxis.schemas.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A webhook as a sender might write it, in either envelope and any mixture of dialects, and all the
 * places in it where something else could stand.
 */
record GeneratedWebhook(EventType type, ObjectNode document) {
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<EventType> TYPES = List.of(EventType.values());
    private static final List<String> PATIENT_FIELDS =
            List.of(
                    "booking_patient_id",
                    "id",
                    "email",
                    "first_name",
                    "vorname",
                    "last_name",
                    "nachname",
                    "phone",
                    "telefon",
                    "date_of_birth",
                    "geburtsdatum",
                    "gender",
                    "geschlecht");
    private static final List<String> APPOINTMENT_FIELDS =
            List.of(
                    "booking_appointment_id",
                    "id",
                    "booking_patient_id",
                    "patient_id",
                    "scheduled_at",
                    "duration_minutes",
                    "therapist_name",
                    "service_name",
                    "status",
                    "referrer");
    private static final List<String> ORDER_FIELDS =
            List.of("event_id", "occurred_at", "version", "sequence", "updated_at", "timestamp");
    private static final List<String> OUTER_FIELDS =
            List.of(
                    "event_type",
                    "type",
                    "payload",
                    "data",
                    "event_id",
                    "occurred_at",
                    "timestamp");

    static GeneratedWebhook next(RandomGenerator random) {
        EventType type = TYPES.get(random.nextInt(TYPES.size()));
        ObjectNode payload = StrictJson.object();
        for (String name : fieldsOf(type)) {
            if (random.nextInt(4) > 0) {
                payload.set(name, usual(name, random));
            }
        }
        complete(type, payload);
        for (String name : ORDER_FIELDS) {
            if (random.nextInt(6) == 0) {
                payload.set(name, usual(name, random));
            }
        }
        return new GeneratedWebhook(type, wrapped(type, payload, random));
    }

    /** Replaces, adds or takes away one field, somewhere. */
    GeneratedWebhook withOne(RandomGenerator random, JsonNode value) {
        ObjectNode changed = document.deepCopy();
        boolean outside = random.nextInt(4) == 0;
        ObjectNode place = outside ? changed : payloadOf(changed);
        List<String> names = outside ? OUTER_FIELDS : innerFields();
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(8) == 0) {
            place.remove(name);
        } else {
            place.set(name, value);
        }
        return new GeneratedWebhook(type, changed);
    }

    /** In ASCII: UTF-8 could not hold all that an escape can say. */
    byte[] bytes() {
        try {
            return ESCAPING.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Likewise. */
    @Override
    public String toString() {
        return type + " " + new String(bytes(), StandardCharsets.US_ASCII);
    }

    private List<String> innerFields() {
        List<String> names = new ArrayList<>(fieldsOf(type));
        names.addAll(ORDER_FIELDS);
        return names;
    }

    private static ObjectNode payloadOf(ObjectNode document) {
        String name = document.has("event_type") ? "payload" : "data";
        return (ObjectNode) document.path(name);
    }

    private static List<String> fieldsOf(EventType type) {
        return switch (type) {
            case PING -> List.of();
            case PATIENT_CREATED, PATIENT_UPDATED, PATIENT_DELETED -> PATIENT_FIELDS;
            case APPOINTMENT_CREATED, APPOINTMENT_UPDATED, APPOINTMENT_CANCELLED ->
                    APPOINTMENT_FIELDS;
        };
    }

    /** What must be there, for documents that are right more often than not. */
    private static void complete(EventType type, ObjectNode payload) {
        switch (type) {
            case PING -> {}
            case PATIENT_CREATED, PATIENT_UPDATED, PATIENT_DELETED ->
                    payload.put("booking_patient_id", "bp-1").put("email", "mail@example.org");
            case APPOINTMENT_CREATED, APPOINTMENT_UPDATED, APPOINTMENT_CANCELLED ->
                    payload.put("id", 7)
                            .put("patient_id", "bp-1")
                            .put("scheduled_at", "2026-04-07T09:30:00+02:00")
                            .put("duration_minutes", 25);
        }
    }

    private static ObjectNode wrapped(EventType type, ObjectNode payload, RandomGenerator random) {
        ObjectNode document = StrictJson.object();
        if (random.nextBoolean()) {
            document.put("event_type", type.wireName()).set("payload", payload);
        } else {
            document.put("type", type.wireName()).set("data", payload);
        }
        for (String name : List.of("event_id", "occurred_at", "timestamp")) {
            if (random.nextInt(3) == 0) {
                document.set(name, usual(name, random));
            }
        }
        return document;
    }

    private static JsonNode usual(String name, RandomGenerator random) {
        ObjectNode holder = StrictJson.object();
        boolean empty = random.nextInt(6) == 0;
        switch (name) {
            case "scheduled_at", "occurred_at", "updated_at", "timestamp" ->
                    holder.put("it", "2026-04-07T09:30:00+02:00");
            case "duration_minutes", "version", "sequence" -> holder.put("it", 25);
            case "email" -> holder.put("it", "mail@example.org");
            case "date_of_birth", "geburtsdatum" -> holder.put("it", "1984-02-29");
            case "gender", "geschlecht" -> holder.put("it", "weiblich");
            case "status" -> holder.put("it", "scheduled");
            case "referrer" -> holder.putObject("it").put("quelle", "Website");
            default -> holder.put("it", "Holunder");
        }
        return empty ? holder.nullNode() : holder.path("it");
    }
}
