package praxis.processor.simulate.traffic;

import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies that mean nothing that could be applied. */
final class Nonsense {
    private static final List<String> BODIES =
            List.of(
                    "",
                    "not json",
                    "{\"event_type\":\"patient.created\"",
                    "[]",
                    "{\"event_type\":\"ping\",\"event_type\":\"ping\"}",
                    "{\"event_type\":\"patient.merged\",\"payload\":{\"id\":\"B1\"}}",
                    "{\"event_type\":\"patient.created\",\"payload\":{\"id\":\"B1\"}}",
                    "{\"event_type\":\"patient.updated\",\"payload\":{\"email\":\"a@example.org\"}}",
                    "{\"event_type\":\"patient.updated\",\"payload\":{\"id\":\"B1\",\"vorname\":7}}",
                    "{\"event_type\":\"appointment.created\",\"payload\":{\"id\":\"A1\","
                            + "\"patient_id\":\"B1\",\"scheduled_at\":\"morgen\"}}",
                    "{\"event_type\":\"appointment.updated\",\"payload\":{\"id\":\"A1\","
                            + "\"patient_id\":\"B1\",\"scheduled_at\":\"2026-05-04T09:00:00Z\","
                            + "\"duration_minutes\":0}}",
                    "{\"event_type\":\"appointment.cancelled\",\"payload\":{}}",
                    "{\"event_type\":\"appointment.cancelled\",\"payload\":"
                            + "{\"id\":\"A1\",\"service_name\":\"\\u0000\"}}",
                    "{\"type\":\"patient.deleted\",\"data\":{\"id\":\"B1\",\"version\":\"x\"}}");

    private Nonsense() {}

    static Bytes any(SplittableRandom random) {
        String body = BODIES.get(random.nextInt(BODIES.size()));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) 0xff;
        }
        return Bytes.of(bytes);
    }
}
