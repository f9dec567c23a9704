package praxis.read.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class AppointmentsIT {
    private static final Instant LONG_AGO = TestApi.NOW.minus(Duration.ofDays(3));
    private static TestDatabase database;
    private static TestApi api;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void showsEveryFieldUnderItsName() {
        TestPractice practice = new TestPractice(database, "fields");
        practice.set("booking_tool_url", "https://tool.example.org/buchen");
        practice.signOfLife(TestApi.NOW.minusSeconds(5));
        UUID patient = practice.patient("Anna", "Öhm", "t1", "u1");
        UUID appointment =
                practice.appointment(
                        patient,
                        Instant.parse("2026-03-29T00:30:00Z"),
                        "Dr. Eins",
                        Instant.parse("2026-03-02T09:58:20.123456Z"));
        assertThat(
                        api.get(
                                        "/api/patients/" + patient + "/appointments",
                                        TestApi.token("fields", "admin", "boss"))
                                .body())
                .isEqualTo(
                        """
                        {"appointments":[{"id":"%s","patient_id":"%s",\
                        "booking_system_appointment_id":"a-%s",\
                        "scheduled_at":"2026-03-29T00:30:00Z","duration_minutes":30,\
                        "therapist_name":"Dr. Eins","service_name":"Massage",\
                        "status":"scheduled","synced_at":"2026-03-02T09:58:20.123456Z"}],\
                        "last_synced_at":"2026-03-02T09:58:20.123456Z","is_stale":false,\
                        "stale_after_hours":24,\
                        "booking_url":"https://tool.example.org/buchen?patient=Anna%%20%%C3%%96hm",\
                        "booking_note":null,"note":null,"waiting_appointments":0,"waiting_note":null}\
                        """
                                .formatted(appointment, patient, appointment));
        assertThat(api.get("/api/me/appointments", TestApi.token("fields", "patient", "u1")).body())
                .isEqualTo(
                        api.get(
                                        "/api/patients/" + patient + "/appointments",
                                        TestApi.token("fields", "therapist", "t1"))
                                .body()
                                .replace(
                                        "\"waiting_appointments\":0",
                                        "\"waiting_appointments\":null"));
    }

    @Test
    void saysWhatWaitsWithoutItsContents() {
        TestPractice practice = new TestPractice(database, "waiting");
        UUID patient = practice.patient("Anna", "Arnold", "t1", "u1");
        UUID other = practice.patient("Bernd", "Busch", "t1", "u2");
        String candidates =
                "[{\"patient_id\":\"%s\",\"agrees\":[],\"differs\":[]}]".formatted(patient);
        UUID item = practice.review("EMAIL_ONLY", "b-1", candidates, TestApi.NOW);
        UUID parked = practice.parked("b-1", TestApi.NOW.plusSeconds(60));

        for (String staff :
                List.of(
                        TestApi.token("waiting", "admin", "boss"),
                        TestApi.token("waiting", "therapist", "t1"))) {
            for (String path : List.of("/api/patients/%s/appointments", "/api/patients/%s")) {
                assertThat(api.get(path.formatted(patient), staff).body())
                        .contains("\"waiting_appointments\":1", "\"waiting_for_review\"")
                        .doesNotContain(parked.toString());
                assertThat(api.get(path.formatted(other), staff).body())
                        .contains("\"waiting_appointments\":0", "\"waiting_note\":null");
            }
        }
        for (String path :
                List.of("/api/me/appointments", "/api/patients/" + patient + "/appointments")) {
            assertThat(api.get(path, TestApi.token("waiting", "patient", "u1")).body())
                    .contains("\"waiting_appointments\":null", "\"may_take_a_moment\"");
        }
        assertThat(
                        api.get("/api/me/appointments", TestApi.token("waiting", "patient", "u2"))
                                .body())
                .contains("\"waiting_note\":null");
        practice.decided(item, "boss", "dismiss", null);
        assertThat(
                        api.get("/api/me/appointments", TestApi.token("waiting", "patient", "u1"))
                                .body())
                .contains("\"waiting_note\":null");
    }

    @Test
    void putsNewestFirstAndTakesLastWordOnAnyForLastSync() {
        TestPractice practice = new TestPractice(database, "order");
        UUID patient = practice.patient("Anna", "Arnold", "t1", "u1");
        UUID middle = practice.appointment(patient, TestApi.NOW, "x", TestApi.NOW.minusSeconds(1));
        UUID oldest = practice.appointment(patient, LONG_AGO, "x", TestApi.NOW.minusSeconds(9));
        UUID newest = practice.appointment(patient, TestApi.NOW.plusSeconds(60), "x", LONG_AGO);
        JsonNode answer = appointments("order", patient);
        assertThat(answer.get("appointments").findValuesAsText("id"))
                .containsExactly(newest.toString(), middle.toString(), oldest.toString());
        assertThat(answer.get("last_synced_at").asText()).isEqualTo("2026-03-02T09:59:59Z");
    }

    @Test
    void saysThatOldDataIsStale() {
        TestPractice practice = new TestPractice(database, "stale");
        practice.signOfLife(LONG_AGO);
        UUID patient = practice.patient("Anna", "Arnold", "t1", "u1");
        practice.appointment(patient, TestApi.NOW, "x", LONG_AGO);
        JsonNode answer = appointments("stale", patient);
        assertThat(answer.get("is_stale").asBoolean()).isTrue();
        assertThat(answer.get("appointments")).hasSize(1);
        assertThat(answer.at("/note/code").asText()).isEqualTo("stale");
        practice.signOfLife(TestApi.NOW.minusSeconds(1));
        JsonNode later = appointments("stale", patient);
        assertThat(later.get("is_stale").asBoolean()).isFalse();
        assertThat(later.get("note").isNull()).isTrue();
    }

    @Test
    void explainsThatNothingIsLinkedWithoutFalseTimestamp() {
        TestPractice practice = new TestPractice(database, "unlinked");
        practice.signOfLife(TestApi.NOW);
        UUID patient = practice.patient("Anna", "Arnold", "t1", "u1");
        practice.setPatient(patient, "booking_system_id", null);
        JsonNode answer = appointments("unlinked", patient);
        assertThat(answer.get("appointments")).isEmpty();
        assertThat(answer.get("last_synced_at").isNull()).isTrue();
        assertThat(answer.get("is_stale").asBoolean()).isFalse();
        assertThat(answer.get("booking_url").isNull()).isTrue();
        assertThat(answer.at("/booking_note/code").asText()).isEqualTo("not_configured");
        assertThat(answer.at("/note/code").asText()).isEqualTo("not_linked");
    }

    @Test
    void saysThatLinkedPatientHasNone() {
        TestPractice practice = new TestPractice(database, "none");
        practice.signOfLife(TestApi.NOW);
        UUID patient = practice.patient("Anna", "Arnold", "t1", "u1");
        assertThat(appointments("none", patient).at("/note/code").asText())
                .isEqualTo("no_appointments");
    }

    @Test
    void hidesCancellationOfWhatNobodyKnows() {
        TestPractice practice = new TestPractice(database, "cancelled");
        UUID patient = practice.patient("Anna", "Arnold", "t1", "u1");
        practice.appointment(patient, null, "x");
        assertThat(appointments("cancelled", patient).get("appointments")).isEmpty();
    }

    private static JsonNode appointments(String practice, UUID patient) {
        return StrictJson.parse(
                        api.get(
                                        "/api/patients/" + patient + "/appointments",
                                        TestApi.token(practice, "admin", "boss"))
                                .body()
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
