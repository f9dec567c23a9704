package praxis.read.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

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
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.event.Field;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deciding review items: what is sent, what is refused, and what the second one hears. */
class DecisionsIT {
    private static final String BOSS = TestApi.token("nord", "admin", "boss");
    private static final Instant DAY_AGO = TestApi.NOW.minus(Duration.ofDays(1));

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
    void answersWithTheItemAsItIsAfterwards() {
        UUID patient = nord.patient("Anna", "Arnold", null, null);
        UUID item = item("EMAIL_ONLY");
        HttpResponse<String> decided =
                decide(
                        item,
                        "{\"decision\":\"link\",\"patient_id\":\"%s\",\"reason\":\"is she\"}"
                                .formatted(patient));

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(json(decided).path("state").asText()).isEqualTo("decided");
        assertThat(json(decided).at("/decided/by").asText()).isEqualTo("boss");
        assertThat(processor.seen().getLast().command())
                .isEqualTo(new DecideReview(item, new Answer.Link(patient), Optional.of("is she")));
    }

    @Test
    void tellsTheSecondWhoDecidedWhatAndWhen() {
        UUID item = item("EMAIL_ONLY");
        assertThat(decide(item, "{\"decision\":\"dismiss\"}").statusCode()).isEqualTo(200);

        HttpResponse<String> second =
                api.post(
                        path(item),
                        TestApi.token("nord", "admin", "deputy"),
                        "{\"decision\":\"create\",\"patient\":{\"last_name\":\"Neu\"}}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = json(second);
        assertThat(problem.at("/decided/by").asText()).isEqualTo("boss");
        assertThat(problem.at("/decided/decision").asText()).isEqualTo("dismiss");
        assertThat(problem.at("/decided/at").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(problem.path("status").asInt()).isEqualTo(409);
    }

    @Test
    void answersRepetitionLikeTheFirst() {
        UUID item = item("EMAIL_ONLY");
        String[] key = {"Idempotency-Key", "decided-" + item};
        HttpResponse<String> first = api.post(path(item), BOSS, "{\"decision\":\"dismiss\"}", key);
        HttpResponse<String> second = api.post(path(item), BOSS, "{\"decision\":\"dismiss\"}", key);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void takesKeepApartForCreate() {
        UUID item = item("EMAIL_SHARED");
        HttpResponse<String> decided =
                decide(item, "{\"decision\":\"keep_apart\",\"patient\":{\"phone\":null}}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(((DecideReview) processor.seen().getLast().command()).answer())
                .isInstanceOfSatisfying(
                        Answer.Create.class,
                        create -> assertThat(create.typed().phone()).isEqualTo(Field.cleared()));
    }

    @Test
    void demandsNameWhereNobodyKnowsIt() {
        UUID item = nord.review("UNKNOWN_PATIENT", "b-" + UUID.randomUUID(), "[]", DAY_AGO);
        HttpResponse<String> nameless = decide(item, "{\"decision\":\"create\"}");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(json(nameless).at("/errors/0/parameter").asText())
                .isEqualTo("patient.last_name");
        assertThat(
                        decide(
                                        item,
                                        "{\"decision\":\"create\",\"patient\":{\"last_name\":"
                                                + "\"Neu\"}}")
                                .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL_ONLY|{}|decision",
                "EMAIL_ONLY|{\"decision\":null}|decision",
                "EMAIL_ONLY|{\"decision\":\"erase\"}|decision",
                "EMAIL_ONLY|{\"decision\":7}|decision",
                "EMAIL_ONLY|{\"decision\":\"take_new\"}|decision",
                "POSSIBLY_OUTDATED|{\"decision\":\"dismiss\"}|decision",
                "POSSIBLY_OUTDATED|{\"decision\":\"keep_apart\"}|decision",
                "EMAIL_ONLY|{\"decision\":\"link\"}|patient_id",
                "EMAIL_ONLY|{\"decision\":\"link\",\"patient_id\":null}|patient_id",
                "EMAIL_ONLY|{\"decision\":\"link\",\"patient_id\":\"b-1\"}|patient_id",
                "EMAIL_ONLY|{\"decision\":\"link\",\"patient_id\":[]}|patient_id",
                "EMAIL_ONLY|{\"decision\":\"dismiss\",\"patient_id\":null}|patient_id",
                "EMAIL_ONLY|{\"decision\":\"dismiss\",\"patient\":{}}|patient",
                "EMAIL_ONLY|{\"decision\":\"create\",\"patient\":[]}|patient",
                "EMAIL_ONLY|{\"decision\":\"create\",\"patient\":{\"email\":\"x\"}}|patient.email",
                "EMAIL_ONLY|{\"decision\":\"create\",\"patient\":{\"user_id\":\"x\"}}|patient.user_id",
                "EMAIL_ONLY|{\"decision\":\"create\",\"patient\":{\"date_of_birth\":\"1.1.1990\"}}|patient.date_of_birth",
                "EMAIL_ONLY|{\"decision\":\"create\",\"patient\":{\"last_name\":\"\\u0000\"}}|patient.last_name",
                "EMAIL_ONLY|{\"decision\":\"create\",\"patient\":{\"last_name\":\"\\ud800\"}}|patient.last_name",
                "EMAIL_ONLY|{\"decision\":\"postpone\",\"until\":\"0001-01-01T00:00:00Z\"}|until",
                "EMAIL_ONLY|{\"decision\":\"postpone\",\"until\":\"9999-12-31T23:59:59Z\"}|until",
                "EMAIL_ONLY|{\"decision\":\"postpone\",\"until\":\"2026-03-02T10:00:00Z\"}|until",
                "EMAIL_ONLY|{\"decision\":\"postpone\",\"until\":\"2026-03-09\"}|until",
                "EMAIL_ONLY|{\"decision\":\"postpone\",\"until\":1e9}|until",
                "EMAIL_ONLY|{\"decision\":\"postpone\",\"untill\":\"2026-03-09T00:00:00Z\"}|untill",
                "EMAIL_ONLY|{\"decision\":\"dismiss\",\"reason\":\"\\u0000\"}|reason",
                "EMAIL_ONLY|{\"decision\":\"dismiss\",\"reason\":\"\\udc00\"}|reason",
                "EMAIL_ONLY|{\"decision\":\"dismiss\",\"reason\":{}}|reason",
            })
    void namesTheFieldThatWillNotDo(String kind, String body, String field) {
        UUID item = item(kind);
        HttpResponse<String> refused = decide(item, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).path("errors").findValuesAsText("parameter")).contains(field);
        assertThat(nord.isOpen(item)).isTrue();
    }

    @Test
    void takesReasonsOfLettersButNotBooks() {
        String reason = "Über die Straße gefragt: 'ja'; --%\\n".repeat(20);
        UUID item = item("EMAIL_ONLY");
        assertThat(
                        decide(
                                        item,
                                        "{\"decision\":\"dismiss\",\"reason\":\"%s\"}"
                                                .formatted("x".repeat(10_000)))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        decide(
                                        item,
                                        "{\"decision\":\"dismiss\",\"reason\":\"%s\"}"
                                                .formatted(reason))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNoIdForMissing() {
        for (String id : List.of("x", "1-2-3-4-5", UUID.randomUUID().toString(), "%00")) {
            assertThat(
                            api.post(
                                            "/api/admin/reviews/" + id + "/decision",
                                            BOSS,
                                            "{\"decision\":\"dismiss\"}")
                                    .statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
    }

    /** A newcomer whose name is known. */
    private static UUID item(String kind) {
        String bookingPatient = nord.bookingPatient("b-" + UUID.randomUUID(), "in_review", null);
        return nord.review(kind, bookingPatient, "[]", DAY_AGO);
    }

    private static String path(UUID item) {
        return "/api/admin/reviews/" + item + "/decision";
    }

    private static HttpResponse<String> decide(UUID item, String body) {
        return api.post(path(item), BOSS, body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StrictJson.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
