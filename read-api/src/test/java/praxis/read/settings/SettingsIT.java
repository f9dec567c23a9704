package praxis.read.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.read.TestApi;
import praxis.read.TestBroker;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.read.commands.StandIn;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** What admins choose, read and changed over the log. */
class SettingsIT {
    private static final String BOSS = TestApi.token("nord", "admin", "boss");
    private static final String SETTINGS = "/api/admin/settings";
    private static final String THERAPISTS = "/api/admin/therapists";

    private static TestPractice nord;
    private static StandIn processor;
    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        nord = new TestPractice(database, "nord");
        processor = new StandIn(database, nord);
        api = TestApi.on(database.reader(), TestBroker.bootstrap());
    }

    @AfterAll
    static void stop() {
        api.close();
        processor.close();
    }

    @Test
    void showsDefaultsOfPracticeThatNobodyHasHeardOf() {
        assertThat(api.get(SETTINGS, TestApi.token("west", "admin", "boss")).body())
                .isEqualTo(
                        """
                        {"version":0,"default_therapist_id":null,"booking_tool_url":null,\
                        "time_policy":"offset","time_zone":"Europe/Berlin",\
                        "retry_horizon_seconds":86400,"therapist_scope":"own",\
                        "create_policy":"always","link_without_email":false,\
                        "rate_limit_per_minute":null}\
                        """);
    }

    @Test
    void changesWhatIsSaidAndLeavesTheRest() {
        JsonNode before = json(api.get(SETTINGS, BOSS));
        HttpResponse<String> changed =
                put(
                        SETTINGS,
                        """
                        {"booking_tool_url":"https://termine.example.org/buchen?x=1",\
                        "retry_horizon_seconds":7200,"rate_limit_per_minute":250}\
                        """);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode now = json(changed);
        assertThat(now).isEqualTo(json(api.get(SETTINGS, BOSS)));
        assertThat(now.path("version").asLong()).isEqualTo(before.path("version").asLong() + 1);
        assertThat(now.path("rate_limit_per_minute").asInt()).isEqualTo(250);
        assertThat(now.path("create_policy")).isEqualTo(before.path("create_policy"));

        JsonNode cleared = json(put(SETTINGS, "{\"rate_limit_per_minute\":null}"));
        assertThat(cleared.path("rate_limit_per_minute").isNull()).isTrue();
        assertThat(cleared.path("booking_tool_url")).isEqualTo(now.path("booking_tool_url"));
    }

    @Test
    void takesBackWhatItShows() {
        JsonNode shown = json(api.get(SETTINGS, BOSS));
        assertThat(put(SETTINGS, StrictJson.write((ObjectNode) shown)).statusCode()).isEqualTo(200);
        JsonNode therapists = json(api.get(THERAPISTS, BOSS));
        assertThat(put(THERAPISTS, StrictJson.write((ObjectNode) therapists)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsOneOfTwoAdminsBeFirst() {
        long version = json(api.get(SETTINGS, BOSS)).path("version").asLong();
        String tag = api.get(SETTINGS, BOSS).headers().firstValue("ETag").orElseThrow();
        String order = "{\"version\":%d,\"create_policy\":\"%s\"}";

        HttpResponse<String> first = put(SETTINGS, order.formatted(version, "ask"));
        HttpResponse<String> second = put(SETTINGS, order.formatted(version, "always"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("changed since");
        assertThat(json(api.get(SETTINGS, BOSS)).path("create_policy").asText()).isEqualTo("ask");
        assertThat(api.send("PUT", SETTINGS, BOSS, "{}", "If-Match", tag).statusCode())
                .isEqualTo(412);
    }

    @Test
    void givesTherapistsNamesAndADefault() {
        HttpResponse<String> listed =
                put(
                        THERAPISTS,
                        """
                        {"data":[{"sub":"t2","display_name":"Nora Netz"},\
                        {"sub":"t1","display_name":"Dr. Eva Muster","names":["Muster","Eva M."]}]}\
                        """);
        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
        assertThat(json(listed).path("data").toString())
                .isEqualTo(
                        """
                        [{"sub":"t1","display_name":"Dr. Eva Muster","names":["Eva M.","Muster"]},\
                        {"sub":"t2","display_name":"Nora Netz","names":[]}]\
                        """);
        assertThat(json(listed).path("version"))
                .isEqualTo(json(api.get(SETTINGS, BOSS)).path("version"));
        assertThat(
                        json(put(SETTINGS, "{\"default_therapist_id\":\"t1\"}"))
                                .path("default_therapist_id")
                                .asText())
                .isEqualTo("t1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"booking_tool_url\":\"http://termine.example.org\"}|booking_tool_url",
                "{\"booking_tool_url\":\"https://a:b@termine.example.org\"}|booking_tool_url",
                "{\"booking_tool_url\":\"https://termine.example.org/#a\"}|booking_tool_url",
                "{\"booking_tool_url\":\"javascript:alert(1)\"}|booking_tool_url",
                "{\"booking_tool_url\":7}|booking_tool_url",
                "{\"time_policy\":\"guess\"}|time_policy",
                "{\"time_zone\":\"Europe/Vienna\"}|time_zone",
                "{\"retry_horizon_seconds\":-1}|retry_horizon_seconds",
                "{\"retry_horizon_seconds\":2592001}|retry_horizon_seconds",
                "{\"retry_horizon_seconds\":1.5}|retry_horizon_seconds",
                "{\"rate_limit_per_minute\":0}|rate_limit_per_minute",
                "{\"rate_limit_per_minute\":1000001}|rate_limit_per_minute",
                "{\"rate_limit_per_minute\":\"many\"}|rate_limit_per_minute",
                "{\"link_without_email\":\"yes\"}|link_without_email",
                "{\"therapist_scope\":\"all\"}|therapist_scope",
                "{\"create_policy\":\"never\"}|create_policy",
                "{\"version\":\"1\"}|version",
                "{\"secret\":\"x\"}|secret",
            })
    void namesFieldsThatWillNotDo(String body, String field) {
        HttpResponse<String> refused = put(SETTINGS, body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/parameter").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|data",
                "{\"data\":{}}|data",
                "{\"data\":[7]}|data[0]",
                "{\"data\":[{\"display_name\":\"A\"}]}|data[0].sub",
                "{\"data\":[{\"sub\":\"a\"}]}|data[0].display_name",
                "{\"data\":[{\"sub\":\"a\",\"display_name\":\"A\",\"names\":[\"\"]}]}|data[0].names",
                "{\"data\":[{\"sub\":\"a\",\"display_name\":\"A\"},"
                        + "{\"sub\":\"a\",\"display_name\":\"B\"}]}|data",
                "{\"data\":[{\"sub\":\"a\",\"display_name\":\"A\",\"role\":\"admin\"}]}|data[0].role",
            })
    void namesTherapistsThatWillNotDo(String body, String field) {
        HttpResponse<String> refused = put(THERAPISTS, body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/parameter").asText()).isEqualTo(field);
    }

    @Test
    void countsWhatAnotherTimePolicyWouldMove() {
        UUID patient = nord.patient("Anna", "Arnold", null, null);
        sent(patient, Duration.ofDays(30), "2026-04-01T10:00:00Z");
        sent(patient, Duration.ofMinutes(30), "2026-03-02T10:30:00z");
        sent(patient, Duration.ofDays(30), "2026-04-01T10:00:00+00:00");
        sent(patient, Duration.ofMinutes(-30), "2026-03-02T09:30:00Z");

        assertThat(api.get(SETTINGS + "/times-in-doubt", BOSS).body())
                .isEqualTo("{\"time_policy\":\"offset\",\"appointments\":2}");
        nord.set("time_policy", "local");
        try {
            // Read as local, half an hour past is half an hour ahead by the offset.
            assertThat(json(api.get(SETTINGS + "/times-in-doubt", BOSS)).path("appointments"))
                    .hasToString("3");
        } finally {
            nord.set("time_policy", "offset");
        }
    }

    private static void sent(UUID patient, Duration ahead, String text) {
        nord.sentTime(nord.appointment(patient, TestApi.NOW.plus(ahead), "Dr. Eins"), text);
    }

    @Test
    void connectsLoginWithPatient() {
        UUID patient = nord.patient("Berta", "Busch", null, null);
        String path = "/api/admin/patients/" + patient + "/user";

        HttpResponse<String> connected = put(path, "{\"user_id\":\"u-17\"}");
        assertThat(connected.statusCode()).as(connected.body()).isEqualTo(200);
        assertThat(json(connected).path("user_id").asText()).isEqualTo("u-17");
        assertThat(
                        api.get("/api/me/appointments", TestApi.token("nord", "patient", "u-17"))
                                .statusCode())
                .isEqualTo(200);

        assertThat(json(put(path, "{\"user_id\":null}")).path("user_id").isNull()).isTrue();
        assertThat(put(path, "{}").statusCode()).isEqualTo(422);
        assertThat(put(path, "{\"user_id\":\"\"}").statusCode()).isEqualTo(422);
        assertThat(put(path, "[]").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> put(String path, String body) {
        return api.send("PUT", path, BOSS, body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StrictJson.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no JSON: " + answer.body()));
    }
}
