package praxis.processor.simulate.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Puts what is meant into one of the dialects and one of the envelopes. */
final class Wording {
    private static final Map<String, String> GERMAN =
            Map.of(
                    "first_name", "vorname",
                    "last_name", "nachname",
                    "phone", "telefon",
                    "date_of_birth", "geburtsdatum",
                    "gender", "geschlecht");

    private final SplittableRandom random;

    Wording(SplittableRandom random) {
        this.random = random;
    }

    Bytes of(Said said) {
        boolean standard = random.nextInt(3) == 0;
        ObjectNode document = StrictJson.object();
        document.put(standard ? "type" : "event_type", said.type().wireName());
        ObjectNode payload = document.putObject(standard ? "data" : "payload");
        said.eventId().ifPresent(id -> document.put("event_id", id));
        writeIds(said, payload);
        writeStamp(said, document, payload, standard);
        said.fields().forEach((name, value) -> write(payload, name, value));
        return Bytes.of(StrictJson.write(document).getBytes(StandardCharsets.UTF_8));
    }

    private void writeIds(Said said, ObjectNode payload) {
        boolean brief = random.nextInt(3) == 0;
        if (said.isAboutAppointment()) {
            said.appointment()
                    .ifPresent(id -> payload.put(brief ? "id" : "booking_appointment_id", id));
            said.patient()
                    .ifPresent(id -> payload.put(brief ? "patient_id" : "booking_patient_id", id));
        } else {
            said.patient().ifPresent(id -> payload.put(brief ? "id" : "booking_patient_id", id));
        }
    }

    private void writeStamp(Said said, ObjectNode document, ObjectNode payload, boolean standard) {
        said.version()
                .ifPresent(version -> payload.put(version.kind().wireName(), version.number()));
        boolean inside = random.nextBoolean();
        said.occurredAt()
                .ifPresent(
                        time -> {
                            if (standard && !inside) {
                                document.put("timestamp", time.toString());
                            } else {
                                (inside ? payload : document).put("occurred_at", time.toString());
                            }
                        });
    }

    private void write(ObjectNode payload, String name, Optional<String> value) {
        String german = GERMAN.getOrDefault(name, name);
        String word = random.nextBoolean() ? german : name;
        if (value.isEmpty()) {
            payload.putNull(word);
        } else if (name.equals("duration_minutes")) {
            payload.put(word, Integer.parseInt(value.get()));
        } else if (name.equals("referrer")) {
            payload.putObject(word).put("campaign", value.get());
        } else {
            payload.put(word, value.get());
        }
    }
}
