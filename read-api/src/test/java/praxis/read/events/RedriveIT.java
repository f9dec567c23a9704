package praxis.read.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestBroker;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.read.commands.StandIn;
import praxis.schemas.command.StaffCommand.RedriveEvent;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Admins have what failed processed again, one by one or all that a filter finds. */
class RedriveIT {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final String LOG = "/api/admin/webhook-events";
    private static final String BOSS = TestApi.token("redriving", "admin", "boss");

    private static TestPractice nord;
    private static StandIn processor;
    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        nord = new TestPractice(database, "redriving");
        processor = new StandIn(database, nord);
        api = TestApi.on(database.reader(), TestBroker.bootstrap());
    }

    @AfterAll
    static void stop() {
        api.close();
        processor.close();
    }

    @Test
    void answersWithTheEventAsItIsNow() {
        UUID event = failed("patient.created");

        HttpResponse<String> answer = redrive(event, "once");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("id").asText()).isEqualTo(event.toString());
        assertThat(json(answer).path("processing_status").asText()).isEqualTo("error");
        assertThat(json(answer).path("current_status").asText()).isEqualTo("needs_review");
        assertThat(processor.seen().getLast().command()).isEqualTo(new RedriveEvent(event));
    }

    @Test
    void makesRepetitionsOneOrder() {
        UUID event = failed("patient.created");

        assertThat(redrive(event, "twice").statusCode()).isEqualTo(200);
        assertThat(redrive(event, "twice").statusCode()).isEqualTo(200);
        HttpResponse<String> another = redrive(event, "another");

        assertThat(another.statusCode()).isEqualTo(409);
    }

    @Test
    void refusesWhatDidNotFailAndKnowsNoOther() {
        UUID fine = nord.event("ping", "{}");
        HttpResponse<String> refused = redrive(fine, "fine");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("failed");
        assertThat(redrive(UUID.randomUUID(), "none").statusCode()).isEqualTo(404);
        UUID failed = failed("patient.created");
        String foreign = TestApi.token("sued", "admin", "boss");
        assertThat(api.post(LOG + "/" + failed + "/redrive", foreign, "").statusCode())
                .isEqualTo(404);
        for (String role : List.of("therapist", "patient")) {
            String token = TestApi.token("redriving", role, "t1");
            assertThat(api.post(LOG + "/" + failed + "/redrive", token, "").statusCode())
                    .isEqualTo(403);
            assertThat(api.get(LOG + "/redrive", token).statusCode()).isEqualTo(403);
            assertThat(api.post(LOG + "/redrive", token, "{}").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void processesWhatTheFilterFindsInTheOrderInWhichItCame() {
        UUID first = failed("bulk.a");
        UUID second = failed("bulk.a");
        UUID done = failed("bulk.a");
        redrive(done, "done before");
        nord.event("bulk.a", "error", MORNING, null, null, null);
        failed("bulk.b");

        JsonNode preview = json(api.get(LOG + "/redrive?type=bulk.a", BOSS));
        assertThat(preview.toString())
                .isEqualTo(
                        "{\"count\":2,\"more\":false,\"events\":[\"%s\",\"%s\"]}"
                                .formatted(first, second));

        String body = "{\"events\":" + preview.path("events") + "}";
        HttpResponse<String> answer =
                api.post(LOG + "/redrive", BOSS, body, "Idempotency-Key", "bulk");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("data").findValuesAsText("event_id"))
                .containsExactly(first.toString(), second.toString());
        assertThat(json(answer).path("data").findValuesAsText("status"))
                .containsExactly("needs_review", "needs_review");
        assertThat(json(api.get(LOG + "/redrive?type=bulk.a", BOSS)).path("count").asInt())
                .isZero();
        assertThat(api.post(LOG + "/redrive", BOSS, body, "Idempotency-Key", "bulk").body())
                .isEqualTo(answer.body());
        JsonNode again = json(api.post(LOG + "/redrive", BOSS, body));
        assertThat(again.path("data").findValuesAsText("state"))
                .containsExactly("refused", "refused");
    }

    @Test
    void refusesListsThatWillNotDo() {
        UUID id = UUID.randomUUID();
        for (String body :
                List.of(
                        "{}",
                        "{\"events\":[]}",
                        "{\"events\":\"all\"}",
                        "{\"events\":[\"x\"]}",
                        "{\"events\":[\"%s\",\"%s\"]}".formatted(id, id),
                        "{\"events\":[\"%s\"],\"more\":1}".formatted(id))) {
            assertThat(api.post(LOG + "/redrive", BOSS, body).statusCode()).as(body).isEqualTo(422);
        }
        assertThat(api.get(LOG + "/redrive?status=error", BOSS).statusCode()).isEqualTo(400);
    }

    private static UUID failed(String type) {
        return nord.event(type, "error", MORNING, null, "{}", null);
    }

    private static HttpResponse<String> redrive(UUID event, String key) {
        return api.post(LOG + "/" + event + "/redrive", BOSS, "", "Idempotency-Key", key);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StrictJson.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no JSON: " + answer.body()));
    }
}
