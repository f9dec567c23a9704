package praxis.read.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What every answer has in common, good or bad. */
class AnswersIT {
    private static final String ADMIN = TestApi.token("nord", "admin", "boss");
    private static TestApi api;
    private static TestPractice practice;
    private static UUID patient;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        practice = new TestPractice(database, "nord");
        patient = practice.patient("Anna", "Arnold", "t1", "u1");
        practice.appointment(patient, TestApi.NOW, "Dr. Eins");
        practice.event("ping", "{}");
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/api/patients?limit=0, limit",
        "/api/patients?limit=201, limit",
        "/api/patients?limit=-1, limit",
        "/api/patients?limit=ten, limit",
        "/api/patients?limit=1e2, limit",
        "/api/patients?limit=99999999999, limit",
        "/api/patients?limit=1&limit=2, limit",
        "/api/patients?q=a&q=b, q",
        "/api/patients?q=%00, q",
        "/api/patients?cursor=x, cursor",
        "/api/patients?qq=x, ''",
        "/api/admin/webhook-events?status=fine, status",
        "/api/admin/webhook-events?status=SUCCESS, status",
        "/api/admin/webhook-events?from=yesterday, from",
        "/api/admin/webhook-events?from=2026-01-01, from",
        "/api/admin/webhook-events?from=2026-01-01T00:00:00, from",
        "/api/admin/webhook-events?from=2026-01-01T00:00:00+01:00, from",
        "/api/admin/webhook-events?to=2026-13-01T00:00:00Z, to",
        "/api/admin/webhook-events?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/api/admin/webhook-events?type=a%0A, type",
        "/api/admin/webhook-events?patient=%00, patient",
    })
    void namesParameterThatWillNotDoAndWhatWould(String path, String parameter) {
        HttpResponse<String> answer = api.get(path, ADMIN);
        assertProblem(answer, 400);
        assertThat(answer.body()).contains("\"parameter\":\"" + parameter + "\"");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(api.get("/api/admin/webhook-events?limit=0&status=x&from=y", ADMIN).body())
                .contains("from 1 to 200")
                .contains("success, duplicate, stale, needs_review, error")
                .contains("2026-03-01T08:00:00Z");
    }

    @Test
    void takesEmptyParametersForNoneGiven() {
        String all = "?limit=50&cursor=&type=&status=&patient=&from=&to=&q=";
        assertThat(api.get("/api/admin/webhook-events" + all, ADMIN).body())
                .contains("\"event_type\":\"ping\"")
                .isEqualTo(api.get("/api/admin/webhook-events", ADMIN).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "' or '1'='1",
                "'; drop table projection.patients; --",
                "\\",
                "\\'; select 1 --",
                "%",
                "_",
                "%' or true --",
                "a@b.com,booking_email.eq.x",
                "$1",
                ":words",
                "?",
                "{call x}",
                "/*",
                "--",
                "<script>",
                "${jndi:ldap://x}",
                "\uFFFF",
                "🦴",
            })
    void takesOddTextsForData(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(api.get("/api/patients?q=" + encoded, ADMIN).body())
                .isEqualTo("{\"data\":[],\"next_cursor\":null}");
        for (String parameter : new String[] {"q", "type", "patient"}) {
            String path = "/api/admin/webhook-events?" + parameter + "=" + encoded;
            assertThat(api.get(path, ADMIN).body())
                    .as(path)
                    .isEqualTo("{\"data\":[],\"next_cursor\":null,\"searched_back_to\":null}");
        }
        for (String parameter : new String[] {"limit", "cursor", "status", "from", "to"}) {
            String path = "/api/admin/webhook-events?" + parameter + "=" + encoded;
            assertProblem(api.get(path, ADMIN), 400);
        }
        assertThat(api.get("/api/patients/" + encoded, ADMIN).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/patients?" + encoded + "=1", ADMIN).statusCode()).isEqualTo(400);
    }

    @Test
    void answersEachSortOfErrorAsProblem() {
        assertProblem(api.get("/api/nothing", ADMIN), 404);
        assertProblem(api.get("/nothing", ADMIN), 404);
        HttpResponse<String> method = api.send(request("/api/patients/" + patient).DELETE());
        assertProblem(method, 405);
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET");
        assertProblem(
                api.send(request("/api/admin/webhook-events").POST(BodyPublishers.ofString("{}"))),
                405);
        assertProblem(api.send(request("/api/patients").header("Accept", "text/html")), 406);
        assertProblem(api.send(request("/api/patients").header("Accept", "image/png")), 406);
        assertProblem(
                api.send(
                        request("/api/patients/" + patient)
                                .method("PATCH", BodyPublishers.ofString("x".repeat(100_000)))),
                413);
    }

    @Test
    void survivesWhatNoBrowserSends() {
        for (String path : new String[] {"/api/patients?q=%zz", "/api/patients?q=%", "/api/%zz"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .matches("HTTP/1[.][01] 4..");
        }
        assertThat(
                        raw(
                                "GET /api/patients?q="
                                        + "x".repeat(20_000)
                                        + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .matches("HTTP/1[.][01] 4..");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n"))
                .matches("HTTP/1[.][01] 4..");
        assertThat(raw("nonsense\r\n\r\n")).matches("HTTP/1[.][01] 4..");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patients",
                "/api/patients/%s",
                "/api/patients/%s/appointments",
                "/api/admin/webhook-events",
            })
    void sendsNothingTwiceToWhoHasIt(String path) {
        String address = path.formatted(patient);
        HttpResponse<String> first = api.get(address, ADMIN);
        assertThat(first.statusCode()).isEqualTo(200);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/\"");
        HttpResponse<String> second = api.send(request(address).header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(second.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(api.send(request(address).header("If-None-Match", "W/\"other\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tagsAnswerAnewWhenItChanges() {
        String path = "/api/patients/" + patient + "/appointments";
        String before = api.get(path, ADMIN).headers().firstValue("ETag").orElseThrow();
        practice.appointment(patient, TestApi.NOW.plusSeconds(60), "Dr. Eins");
        HttpResponse<String> after = api.send(request(path).header("If-None-Match", before));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void checksTokenBeforeItSaysThatNothingChanged() {
        String path = "/api/patients/" + patient + "/appointments";
        String tag = api.get(path, ADMIN).headers().firstValue("ETag").orElseThrow();
        HttpRequest.Builder foreign =
                HttpRequest.newBuilder(api.uri(path))
                        .header("If-None-Match", tag)
                        .header(
                                "Authorization",
                                "Bearer " + TestApi.token("nord", "patient", "u2"));
        assertThat(api.send(foreign).statusCode()).isEqualTo(404);
        assertThat(
                        api.send(HttpRequest.newBuilder(api.uri(path)).header("If-None-Match", "*"))
                                .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/patients", "/api/patients/x", "/nothing", "/health", "/docs"})
    void isCarefulWithBrowsers(String path) {
        HttpResponse<String> answer = api.get(path, ADMIN);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().allValues("Cache-Control"))
                .containsExactly(path.equals("/api/patients") ? "private, no-cache" : "no-store");
    }

    @Test
    void answersHeadLikeGetWithoutBody() {
        HttpResponse<String> answer =
                api.send(request("/api/patients").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.uri(path)).header("Authorization", "Bearer " + ADMIN);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly(Problem.MEDIA_TYPE);
        assertThat(answer.body())
                .contains("\"type\":\"about:blank\"")
                .contains("\"status\":" + status)
                .contains("\"title\":")
                .contains("\"detail\":")
                .doesNotContain("praxis.")
                .doesNotContain("micronaut")
                .doesNotContain("Exception");
    }

    private static String raw(String request) {
        try (java.net.Socket socket =
                new java.net.Socket(api.uri("/").getHost(), api.uri("/").getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
