package praxis.sandbox.whole;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.json.StrictJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event that is in order but for one field, which holds an odd text.
 *
 * @param field under the name it is sent as
 */
record NaughtyEvent(String type, String field, String text, Told told) {
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "vorname", "first_name",
                    "nachname", "last_name",
                    "telefon", "phone",
                    "geburtsdatum", "date_of_birth",
                    "geschlecht", "gender",
                    "patient_id", "booking_patient_id");
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
    private static final List<String> FIELDS_OF_ALL =
            List.of("event_id", "occurred_at", "version", "sequence", "updated_at", "unknown");

    /**
     * One event for each field of each type that can hold {@code text}.
     *
     * @param number tells the texts apart, and so who is meant
     */
    static List<NaughtyEvent> with(String text, int number) {
        List<NaughtyEvent> all = new ArrayList<>();
        for (String type : List.of("patient.created", "patient.updated")) {
            PATIENT_FIELDS.forEach(field -> all.add(patient(type, field, text, number)));
        }
        all.add(patient("patient.deleted", "id", text, number));
        for (String type :
                List.of("appointment.created", "appointment.updated", "appointment.cancelled")) {
            APPOINTMENT_FIELDS.forEach(field -> all.add(appointment(type, field, text, number)));
        }
        FIELDS_OF_ALL.forEach(
                field -> {
                    all.add(patient("patient.created", field, text, number));
                    all.add(appointment("appointment.created", field, text, number));
                });
        all.add(ofOddType(text));
        all.add(inOtherEnvelope(text, number));
        return all;
    }

    /** To whom the appointments belong. */
    static Told patientOf(int number) {
        return Told.patientCreated("naughty-" + number)
                .named(Canaries.FIRST_NAME, Canaries.LAST_NAME + " Nr " + number)
                .with("email", Canaries.email("of-" + number))
                .with("phone", phoneOf("naughty-" + number))
                .with(
                        "date_of_birth",
                        number == 0 ? Canaries.BIRTH_DATE : Told.birthdayOf("naughty-" + number));
    }

    /** Each of them is somebody else: who is alike in too much would be asked about. */
    private static String phoneOf(String who) {
        return Canaries.PHONE + Math.floorMod(who.hashCode(), 100_000);
    }

    private static NaughtyEvent patient(String type, String field, String text, int number) {
        String own = "np-" + number + "-" + type.charAt(8) + "-" + field;
        Told told =
                Told.event(type)
                        .with("booking_patient_id", own)
                        .named(Canaries.FIRST_NAME, Canaries.LAST_NAME + " " + own)
                        .with("email", Canaries.email(own))
                        .with("phone", phoneOf(own))
                        .with("date_of_birth", Told.birthdayOf(own));
        return new NaughtyEvent(
                type, field, text, replacing(told, field, "booking_patient_id", text));
    }

    private static NaughtyEvent appointment(String type, String field, String text, int number) {
        Told told =
                Told.event(type)
                        .with("booking_appointment_id", "na-" + number + "-" + type + "-" + field)
                        .with("booking_patient_id", "naughty-" + number)
                        .with("scheduled_at", "2035-02-03T09:00:00+01:00")
                        .with("duration_minutes", 20)
                        .with("therapist_name", Canaries.THERAPIST)
                        .with("service_name", Canaries.SERVICE);
        return new NaughtyEvent(
                type, field, text, replacing(told, field, "booking_appointment_id", text));
    }

    private static NaughtyEvent ofOddType(String text) {
        Told told = Told.event(text).with("last_name", Canaries.LAST_NAME);
        return new NaughtyEvent(text, "event_type", text, told);
    }

    private static NaughtyEvent inOtherEnvelope(String text, int number) {
        ObjectNode document =
                StrictJson.object().put("type", "patient.created").put("timestamp", text);
        document.set("data", patientOf(number).document().path("payload"));
        return new NaughtyEvent(
                "patient.created", "timestamp", text, new Told(document, Optional.empty()));
    }

    private static Told replacing(Told told, String field, String ofId, String text) {
        ObjectNode document = told.document().deepCopy();
        ObjectNode payload = (ObjectNode) document.path("payload");
        payload.remove(field.equals("id") ? ofId : OTHER_NAMES.getOrDefault(field, field));
        if (field.equals("referrer")) {
            payload.putObject(field).put(text, text).put("von", Canaries.LAST_NAME);
        } else {
            payload.put(field, text);
        }
        return new Told(document, Optional.empty());
    }

    String canonicalField() {
        return OTHER_NAMES.getOrDefault(field, field);
    }

    /** The text may be anything, and long. */
    @Override
    public String toString() {
        return type + " with an odd " + field + " of " + text.length() + " characters";
    }
}
