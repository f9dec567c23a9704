package praxis.read.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.json.StrictJson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

class EventsIT {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
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
        UUID patient = UUID.randomUUID();
        UUID event =
                practice.event(
                        "patient.created",
                        "error",
                        MORNING,
                        patient,
                        "{\"payload\":{\"name\":\"\\u00d6hm\"}}",
                        null);
        assertThat(one("fields", event).toString())
                .isEqualTo(
                        """
                        {"id":"%s","kind":"webhook","event_type":"patient.created",\
                        "received_at":"2026-03-02T08:00:00Z","payload":{"payload":{"name":"Öhm"}},\
                        "payload_missing_because":null,"processing_status":"error",\
                        "current_status":"error","error_message":"scheduled_at is no time",\
                        "outcome":{"effect":"none"},"booking_patient_id":"tool-patient-0",\
                        "booking_appointment_id":"tool-appointment-0","patient_id":"%s",\
                        "about_event_id":null}\
                        """
                                .formatted(event, patient));
    }

    @Test
    void showsWhatBecameOfAnEventLater() {
        TestPractice practice = new TestPractice(database, "redriven");
        UUID event = practice.event("ping", "error", MORNING, null, "{}", null);
        UUID first = practice.event("redrive", "error", MORNING, null, "{}", event);
        UUID second = practice.event("redrive", "success", MORNING, null, "{}", event);
        assertThat(one("redriven", event).get("processing_status").asText()).isEqualTo("error");
        assertThat(one("redriven", event).get("current_status").asText()).isEqualTo("success");
        assertThat(ids(list("redriven", "")))
                .containsExactly(second.toString(), first.toString(), event.toString());
    }

    @Test
    void saysWhyThereIsNoPayload() {
        TestPractice practice = new TestPractice(database, "payloads");
        UUID erased = practice.event("ping", "success", MORNING, null, null, null);
        UUID odd = practice.event("ping", "{\"a\":\"\\u0000\"}", "holds a null character");
        assertThat(one("payloads", erased).get("payload").isNull()).isTrue();
        assertThat(one("payloads", erased).get("payload_missing_because").asText())
                .isEqualTo("erased");
        assertThat(one("payloads", odd).get("payload").isNull()).isTrue();
        assertThat(one("payloads", odd).get("payload_missing_because").asText())
                .isEqualTo("holds a null character");
        assertThat(
                        list("payloads", "?q=ping")
                                .get("data")
                                .findValuesAsText("payload_missing_because"))
                .containsExactly("holds a null character", "erased");
    }

    @Test
    void leavesLongPayloadsToTheEntryItself() {
        TestPractice practice = new TestPractice(database, "long");
        UUID event = practice.event("ping", "{\"a\":\"" + "x".repeat(20_000) + "\"}");
        JsonNode listed = list("long", "").get("data").get(0);
        assertThat(listed.get("payload").isNull()).isTrue();
        assertThat(listed.get("payload_missing_because").asText()).isEqualTo("too_long_for_a_list");
        JsonNode alone = one("long", event);
        assertThat(alone.at("/payload/a").asText()).hasSize(20_000);
        assertThat(alone.get("payload_missing_because").isNull()).isTrue();
    }

    @Test
    void filtersByEachOfItsParameters() {
        TestPractice practice = new TestPractice(database, "filters");
        UUID patient = UUID.randomUUID();
        String ping =
                practice.event("ping", "success", MORNING, null, "{\"note\":\"Grüße\"}", null)
                        .toString();
        String failed =
                practice.event(
                                "appointment.created",
                                "error",
                                MORNING.plusSeconds(60),
                                patient,
                                "{\"service\":\"Krankengymnastik\"}",
                                null)
                        .toString();
        assertThat(ids(list("filters", "?type=ping"))).containsExactly(ping);
        assertThat(ids(list("filters", "?type=pin"))).isEmpty();
        assertThat(ids(list("filters", "?status=error"))).containsExactly(failed);
        assertThat(ids(list("filters", "?patient=" + patient))).containsExactly(failed);
        assertThat(ids(list("filters", "?patient=tool-patient-0"))).containsExactly(ping);
        assertThat(ids(list("filters", "?from=2026-03-02T08:01:00Z"))).containsExactly(failed);
        assertThat(ids(list("filters", "?to=2026-03-02T08:01:00Z"))).containsExactly(ping);
        assertThat(ids(list("filters", "?to=2026-03-02T09:01:00%2B01:00"))).containsExactly(ping);
        assertThat(
                        ids(
                                list(
                                        "filters",
                                        "?from=2026-03-02T08:00:00Z&to=2026-03-02T08:00:01Z&type=ping&status=success&limit=1")))
                .containsExactly(ping);
        for (String words :
                new String[] {
                    "krankengym",
                    "scheduled_at is no",
                    "tool-appointment-1",
                    "APPOINTMENT.created",
                    "KRANKENGYM",
                    failed,
                    patient.toString(),
                    "appointment krank",
                }) {
            assertThat(ids(search("filters", words))).as(words).containsExactly(failed);
        }
        assertThat(ids(search("filters", "GRÜßE"))).containsExactly(ping);
        assertThat(ids(search("filters", "grüße krank"))).isEmpty();
        assertThat(ids(search("filters", "effect"))).hasSize(2);
    }

    @Test
    void losesAndRepeatsNothingWhileEventsArrive() {
        TestPractice practice = new TestPractice(database, "paged");
        List<String> arrived = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            arrived.add(practice.event("ping", "{}").toString());
        }
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonNode page = list("paged", "?limit=5&cursor=" + cursor);
            seen.addAll(ids(page));
            cursor = page.get("next_cursor").isNull() ? null : page.get("next_cursor").asText();
            practice.event("ping", "{}");
        }
        Collections.reverse(arrived);
        assertThat(seen).isEqualTo(arrived);
    }

    @Test
    void saysHowFarItLookedForWhatIsRareAndGoesOnFromThere() {
        TestPractice practice = new TestPractice(database, "rare");
        String rare = practice.event("patient.deleted", "{}").toString();
        practice.events(210_000, "ping", MORNING);

        JsonNode first = list("rare", "?type=patient.deleted");
        assertThat(ids(first)).isEmpty();
        assertThat(first.get("searched_back_to").asText()).isEqualTo("2026-03-02T08:00:00Z");
        JsonNode second =
                list("rare", "?type=patient.deleted&cursor=" + first.get("next_cursor").asText());
        assertThat(ids(second)).containsExactly(rare);
        assertThat(second.get("next_cursor").isNull()).isTrue();
        assertThat(second.get("searched_back_to").isNull()).isTrue();
    }

    private static JsonNode one(String practice, UUID event) {
        return json(practice, "/api/admin/webhook-events/" + event);
    }

    private static JsonNode search(String practice, String words) {
        return list(practice, "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static JsonNode list(String practice, String query) {
        return json(practice, "/api/admin/webhook-events" + query);
    }

    private static JsonNode json(String practice, String path) {
        return StrictJson.parse(
                        api.get(path, TestApi.token(practice, "admin", "boss"))
                                .body()
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(event -> ids.add(event.get("id").asText()));
        return ids;
    }
}
