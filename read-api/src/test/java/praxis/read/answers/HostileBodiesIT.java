package praxis.read.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every door that takes a body, with bodies it was not made for; nothing reaches the log. */
class HostileBodiesIT {
    private static final String ADMIN = TestApi.token("nord", "admin", "boss");
    private static final Pattern INSIDE =
            Pattern.compile(
                    "praxis\\.|java|micronaut|jackson|kafka|jdbi|postgres|exception|projection",
                    Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> DOORS = new HashMap<>();

    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        TestPractice nord = new TestPractice(database, "nord");
        UUID patient = nord.patient("Anna", "Arnold", null, null);
        UUID review = nord.review("EMAIL_ONLY", "b-1", "[]", TestApi.NOW);
        DOORS.put("/api/patients", "POST");
        DOORS.put("/api/patients/" + patient, "PATCH");
        DOORS.put("/api/admin/patients/" + patient + "/booking-link", "PUT");
        DOORS.put("/api/admin/reviews/" + review + "/decision", "POST");
        // Nobody takes commands here: whatever gets through is answered with 503.
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<byte[]> notOneObject() {
        return Stream.concat(
                Stream.of(
                                "",
                                " ",
                                "null",
                                "[]",
                                "7",
                                "\"text\"",
                                "{",
                                "{}{}",
                                "{} x",
                                "{\"last_name\":\"A\",\"last_name\":\"B\"}",
                                "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                                "[".repeat(20_000),
                                "{'last_name':'A'}",
                                "{\"last_name\":NaN}",
                                "\ufeff{}",
                                "last_name=A")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(
                        "{\"last_name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1),
                        "{}".getBytes(StandardCharsets.UTF_16),
                        new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'},
                        new byte[100]));
    }

    @ParameterizedTest
    @MethodSource("notOneObject")
    void refusesWhatIsNotOneObject(byte[] body) {
        DOORS.forEach(
                (path, method) -> {
                    HttpResponse<String> answer = send(method, path, body, "application/json");
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertProblem(answer);
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"last_name\":7}|last_name",
                "{\"last_name\":[\"A\"]}|last_name",
                "{\"last_name\":\"A\",\"email\":\"no address\"}|email",
                "{\"last_name\":\"A\",\"email\":{}}|email",
                "{\"last_name\":\"A\",\"date_of_birth\":\"1990-02-30\"}|date_of_birth",
                "{\"last_name\":\"A\",\"date_of_birth\":19900101}|date_of_birth",
                "{\"last_name\":\"A\",\"gender\":\"x\"}|gender",
                "{\"last_name\":\"A\",\"phone\":\"0123456789012345678901234567890\"}|phone",
                "{\"last_name\":\"A\\u0000\"}|last_name",
                "{\"last_name\":\"\\udfff\"}|last_name",
                "{\"last_name\":\"A\",\"therapist_id\":\"\"}|therapist_id",
                "{\"last_name\":\"A\",\"therapist_id\":{}}|therapist_id",
                "{\"last_name\":\"A\",\"therapist_id\":\"\\u0000\"}|therapist_id",
                "{\"last_name\":\"A\",\"user_id\":\"u1\"}|user_id",
                "{\"last_name\":\"A\",\"practice_id\":\"sued\"}|practice_id",
                "{\"last_name\":\"A\",\"nachname\":\"B\"}|nachname",
                "{\"last_name\":\"A\",\"__proto__\":{}}|__proto__",
            })
    void namesTheFieldOfPatientThatWillNotDo(String body, String field) {
        for (Map.Entry<String, String> door : DOORS.entrySet()) {
            if (door.getKey().startsWith("/api/patients")) {
                HttpResponse<String> answer = api.send(door.getValue(), door.getKey(), ADMIN, body);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
                assertThat(answer.body()).contains("\"parameter\":\"" + field + "\"");
                assertProblem(answer);
            }
        }
    }

    @Test
    void refusesLinkWithNobody() {
        String path =
                DOORS.keySet().stream()
                        .filter(door -> door.endsWith("booking-link"))
                        .findAny()
                        .orElseThrow();
        for (String id : List.of("", "null", "7", "\"\"", "\" \"", "\"\\u0000\"", "[]")) {
            String body = id.isEmpty() ? "{}" : "{\"booking_patient_id\":" + id + "}";
            HttpResponse<String> answer = api.send("PUT", path, ADMIN, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(answer.body()).contains("\"parameter\":\"booking_patient_id\"");
        }
    }

    @Test
    void refusesPatientWithoutName() {
        for (String body :
                List.of("{}", "{\"email\":\"a@example.org\"}", "{\"last_name\":\" \"}")) {
            assertThat(api.post("/api/patients", ADMIN, body).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void namesFewOfManyUnknownFields() {
        StringBuilder body = new StringBuilder("{\"last_name\":\"A\"");
        for (int field = 0; field < 3_000; field++) {
            body.append(",\"f").append(field).append("\":1");
        }
        HttpResponse<String> answer = api.post("/api/patients", ADMIN, body.append('}').toString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).hasSizeLessThan(5_000);
    }

    @Test
    void refusesTooMuch() {
        byte[] body = new byte[200_000];
        DOORS.forEach(
                (path, method) ->
                        assertThat(send(method, path, body, "application/json").statusCode())
                                .as(path)
                                .isEqualTo(413));
    }

    @Test
    void refusesOtherMediaTypes() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data")) {
            DOORS.forEach(
                    (path, method) ->
                            assertThat(send(method, path, body, type).statusCode())
                                    .as(path + " " + type)
                                    .isEqualTo(415));
        }
    }

    @Test
    void changesNothingWherePatchSaysNothing() {
        DOORS.forEach(
                (path, method) -> {
                    if (method.equals("PATCH")) {
                        HttpResponse<String> before = api.get(path, ADMIN);
                        HttpResponse<String> after = api.send(method, path, ADMIN, "{}");
                        assertThat(after.statusCode()).isEqualTo(200);
                        assertThat(after.body()).isEqualTo(before.body());
                    }
                });
    }

    @Test
    void asksForTokenAndRoleBeforeItReads() {
        byte[] body = "{".getBytes(StandardCharsets.UTF_8);
        DOORS.forEach(
                (path, method) -> {
                    assertThat(
                                    api.send(
                                                    HttpRequest.newBuilder(api.uri(path))
                                                            .method(
                                                                    method,
                                                                    BodyPublishers.ofByteArray(
                                                                            body))
                                                            .header(
                                                                    "Content-Type",
                                                                    "application/json"))
                                            .statusCode())
                            .isEqualTo(401);
                    assertThat(
                                    api.send(
                                                    method,
                                                    path,
                                                    TestApi.token("nord", "patient", "u1"),
                                                    "{")
                                            .statusCode())
                            .isEqualTo(403);
                    if (path.contains("admin")) {
                        assertThat(
                                        api.send(
                                                        method,
                                                        path,
                                                        TestApi.token("nord", "therapist", "t1"),
                                                        "{")
                                                .statusCode())
                                .isEqualTo(403);
                    }
                });
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).doesNotContainPattern(INSIDE);
    }

    private static HttpResponse<String> send(
            String method, String path, byte[] body, String mediaType) {
        return api.send(
                HttpRequest.newBuilder(api.uri(path))
                        .method(method, BodyPublishers.ofByteArray(body))
                        .header("Authorization", "Bearer " + ADMIN)
                        .header("Content-Type", mediaType));
    }
}
