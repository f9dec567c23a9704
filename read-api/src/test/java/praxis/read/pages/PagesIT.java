package praxis.read.pages;

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
import praxis.schemas.record.Bytes;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Who gets which page, in which words, and what protects it. */
class PagesIT {
    private static final String ADMIN = TestApi.token("nord", "admin", "boss");
    private static final String THERAPIST = TestApi.token("nord", "therapist", "t-eins");
    private static final String PATIENT = TestApi.token("nord", "patient", "p-lea");
    private static final String SECRET_NAME = "Öztürk-Müller";

    private static TestPractice nord;
    private static TestApi api;
    private static UUID own;
    private static UUID review;
    private static UUID foreign;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        nord = new TestPractice(database, "nord");
        nord.signOfLife(TestApi.NOW.minus(Duration.ofMinutes(5)));
        own = nord.patient("Lea", SECRET_NAME, "t-eins", "p-lea");
        foreign = nord.patient("Bodo", "Fremd", "t-zwei", "p-bodo");
        nord.appointment(
                own,
                TestApi.NOW.plus(Duration.ofHours(3)),
                "Dr. Eins",
                TestApi.NOW.minus(Duration.ofMinutes(5)));
        nord.appointment(foreign, TestApi.NOW.plus(Duration.ofHours(3)), "Dr. Zwei");
        UUID cancelled =
                nord.appointment(
                        own,
                        TestApi.NOW.plus(Duration.ofDays(2)),
                        "Dr. Eins",
                        TestApi.NOW.minus(Duration.ofHours(1)));
        nord.setAppointment(cancelled, "status", "cancelled");
        nord.bookingPatient("b-neu", "in_review", null);
        nord.parked("b-neu", TestApi.NOW.plus(Duration.ofHours(4)));
        review =
                nord.review(
                        "EMAIL_ONLY",
                        "b-neu",
                        "[{\"patient_id\":\"%s\",\"score\":0.8}]".formatted(own),
                        TestApi.NOW.minus(Duration.ofDays(3)));
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app",
                "/os/start",
                "/os/day",
                "/os/patients",
                "/os/patients/6fa459ea-ee8a-5ca4-894e-db77e160355e",
                "/os/day?date=2026-03-02",
            })
    void leadsWhoHasNotSignedInToWhereOneCan(String path) {
        HttpResponse<String> answer = get(path, "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/os/start, therapist",
        "/os/start, patient",
        "/os/day, patient",
        "/os/admin/reviews, therapist",
        "/os/patients, patient",
        "/app, admin",
        "/app, therapist",
    })
    void refusesOtherRolesBeforeAnyContent(String path, String role) {
        HttpResponse<String> page =
                get(path, TestApi.token("nord", role, role.equals("patient") ? "p-lea" : "x"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).contains("text/html");
        assertThat(page.body())
                .contains("Kein Zugriff")
                .doesNotContain(SECRET_NAME)
                .doesNotContain("Prüfung");
    }

    @Test
    void leadsEachRoleToItsStart() {
        assertThat(get("/", ADMIN).headers().firstValue("Location")).contains("/os/start");
        assertThat(get("/", THERAPIST).headers().firstValue("Location")).contains("/os/day");
        assertThat(get("/", PATIENT).headers().firstValue("Location")).contains("/app");
    }

    @Test
    void saysHowMuchWaitsForAdmins() {
        assertThat(get("/os/start", ADMIN).body())
                .contains("1 offene Prüfung")
                .contains("Älteste: vor 3 Tagen")
                .contains("Ein Termin in unter 24 Stunden")
                .contains("urgent");
        assertThat(english("/os/start", ADMIN).body())
                .contains("1 open review")
                .contains("Oldest: 3 days ago");
    }

    @Test
    void showsPatientsTheirAppointmentsInBothLanguages() {
        assertThat(get("/app", PATIENT).body())
                .contains("<html lang=\"de\">")
                .contains("Meine Termine")
                .contains("Nächster Termin in 3 Stunden")
                .contains("Montag, 2. März 2026")
                .contains("14:00")
                .contains("30 Minuten")
                .contains("Aktualisiert vor 5 Minuten")
                .contains("appointment cancelled")
                .contains("abgesagt")
                .doesNotContain("Fremd");
        assertThat(english("/app", PATIENT).body())
                .contains("<html lang=\"en\">")
                .contains("My appointments")
                .contains("Next appointment in 3 hours")
                .contains("Monday")
                .contains("Updated 5 minutes ago");
    }

    @Test
    void showsTherapistsTheirDayAndNothingElse() {
        assertThat(get("/os/day", THERAPIST).body())
                .contains(SECRET_NAME + ", Lea")
                .doesNotContain("noch nicht zugeordnet")
                .doesNotContain("Fremd");
        assertThat(get("/os/day", ADMIN).body()).contains("noch nicht zugeordnet");
    }

    @Test
    void findsPatientsByName() {
        assertThat(get("/os/patients", THERAPIST).body())
                .contains(SECRET_NAME + ", Lea")
                .doesNotContain("Fremd");
        assertThat(get("/os/patients?q=fremd", ADMIN).body())
                .contains("Fremd, Bodo")
                .doesNotContain(SECRET_NAME);
        assertThat(get("/os/patients?q=niemand", ADMIN).body()).contains("Niemand gefunden");
    }

    @Test
    void showsOnePatientWithWhatWaits() {
        assertThat(get("/os/patients/" + own, THERAPIST).body())
                .contains("Lea " + SECRET_NAME)
                .contains("29.02.1980")
                .contains("Aktualisiert vor 5 Minuten")
                .contains("1 Termin wartet auf Zuordnung")
                .contains("<button disabled")
                .contains("noch nicht hinterlegt");
        assertThat(english("/os/patients/" + own, THERAPIST).body())
                .contains("1 appointment waits to be assigned");
    }

    @Test
    void knowsNobodyWhoIsForeign() {
        HttpResponse<String> page = get("/os/patients/" + foreign, THERAPIST);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Nicht gefunden").doesNotContain("Fremd");
        HttpResponse<String> nobody = get("/os/patients/" + UUID.randomUUID(), THERAPIST);
        assertThat(nobody.statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatWaitsForADecision() {
        assertThat(get("/os/admin/reviews", ADMIN).body())
                .contains("Gleiche E-Mail, sonst zu wenig bekannt")
                .contains("1 Termin wartet")
                .contains(review.toString());
        assertThat(get("/os/admin/reviews/" + review, ADMIN).body())
                .contains("Kandidat 1")
                .contains(SECRET_NAME)
                .contains("Nora")
                .contains("value=\"link\"");
        assertThat(get("/os/admin/reviews/" + review, THERAPIST).statusCode()).isEqualTo(403);
        assertThat(post("/os/admin/reviews/" + review, ADMIN, "decision=link").statusCode())
                .isEqualTo(403);
        assertThat(
                        post(
                                        "/os/admin/reviews/" + review,
                                        ADMIN,
                                        "decision=link&csrf=" + formToken(ADMIN))
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void runsNoScriptThatStandsInAPage() {
        for (String path : new String[] {"/os/start", "/os/day", "/sign-in"}) {
            HttpResponse<String> page = get(path, ADMIN);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("script-src 'self';")
                    .contains("style-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.body())
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContain("http://")
                    .doesNotContain("https://");
            assertThat(page.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages.css", "pages.js", "htmx.js", "icon.svg"})
    void servesItsPartsItself(String name) {
        HttpResponse<String> part = get("/assets/" + name, "");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body().length()).isBetween(100, 60_000);
    }

    @Test
    void takesTheSessionForPagesAlone() {
        assertThat(get("/api/patients", ADMIN).statusCode()).isEqualTo(401);
        assertThat(get("/api/admin/integration", ADMIN).statusCode()).isEqualTo(401);
    }

    @Test
    void doesNothingForAFormOfSomebodyElse() {
        assertThat(post("/sign-out", ADMIN, "csrf=" + formToken(PATIENT)).statusCode())
                .isEqualTo(403);
        assertThat(post("/sign-out", ADMIN, "x=y").statusCode()).isEqualTo(403);
        HttpResponse<String> out = post("/sign-out", ADMIN, "csrf=" + formToken(ADMIN));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("praxis_session=")
                .contains("Max-Age=0");
    }

    @ParameterizedTest
    @CsvSource({
        "/os/day, /os/day",
        "//evil.example.org, /",
        "https://evil.example.org/, /",
        "/%5Cevil.example.org, /",
        "/docs, /",
    })
    void goesOnToPagesOfOursAlone(String wanted, String goesOnTo) {
        assertThat(get("/language/en?to=" + wanted, "").headers().firstValue("Location"))
                .contains(goesOnTo);
    }

    @Test
    void saysWhereNobodyCanSignIn() {
        assertThat(get("/sign-in", "").body()).contains("kein Anmeldedienst eingerichtet");
    }

    static String formToken(String token) {
        return new Session(Bytes.of(new byte[32]), false).formToken(token);
    }

    private static HttpResponse<String> get(String path, String token) {
        return api.send(request(path, token));
    }

    private static HttpResponse<String> english(String path, String token) {
        return api.send(
                HttpRequest.newBuilder(api.uri(path))
                        .header("Cookie", "praxis_session=" + token + "; praxis_language=en"));
    }

    private static HttpResponse<String> post(String path, String token, String form) {
        return api.send(
                request(path, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path));
        return token.isEmpty() ? request : request.header("Cookie", "praxis_session=" + token);
    }
}
