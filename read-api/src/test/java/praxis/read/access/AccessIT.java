package praxis.read.access;

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

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who gets what: every endpoint, every role, one's own and everybody else's. */
class AccessIT {
    private static final Map<String, String> IDS = new HashMap<>();
    private static TestApi api;
    private static TestPractice nord;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        nord = new TestPractice(database, "nord");
        UUID own = nord.patient("Anna", "Arnold", "t1", "u1");
        UUID other = nord.patient("Bernd", "Busch", "t2", "u2");
        UUID archived = nord.patient("Clara", "Conrad", "t1", "u3");
        nord.setPatient(archived, "archived_at", OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        nord.appointment(own, TestApi.NOW, "Dr. Namensvetter");
        nord.appointment(other, TestApi.NOW, "Dr. Zwei");
        nord.appointment(archived, TestApi.NOW, "Dr. Zwei");
        nord.appointment(null, TestApi.NOW, "Dr. Zwei");
        // The booking tool knows therapist t4 under a name that stands on Anna's appointment.
        nord.therapistName("t4", "Dr. Namensvetter");
        TestPractice sued = new TestPractice(database, "sued");
        // The same logins as in the other practice: a login counts only where its token says.
        UUID foreign = sued.patient("Dora", "Dietz", "t1", "u1");
        sued.appointment(foreign, TestApi.NOW, "Dr. Namensvetter");
        IDS.put("own", own.toString());
        IDS.put("other", other.toString());
        IDS.put("archived", archived.toString());
        IDS.put("foreign", foreign.toString());
        IDS.put("missing", "00000000-0000-4000-8000-000000000000");
        IDS.put("event", nord.event("ping", "{}").toString());
        IDS.put("foreignevent", sued.event("ping", "{}").toString());
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest(name = "{1} {2} asks for {3} of {0}: {4}")
    @CsvSource({
        "nord, admin, boss, own, 200",
        "nord, admin, boss, other, 200",
        "nord, admin, boss, archived, 404",
        "nord, admin, boss, foreign, 404",
        "nord, admin, boss, missing, 404",
        "sued, admin, boss, own, 404",
        "sued, admin, boss, foreign, 200",
        "west, admin, boss, own, 404",
        "nord, therapist, t1, own, 200",
        "nord, therapist, t1, other, 404",
        "nord, therapist, t1, archived, 404",
        "nord, therapist, t1, foreign, 404",
        "nord, therapist, t1, missing, 404",
        "nord, therapist, t2, own, 404",
        "nord, therapist, t2, other, 200",
        "nord, therapist, t3, own, 404",
        "nord, therapist, t4, own, 200",
        "nord, therapist, t4, other, 404",
        "nord, therapist, u1, own, 404",
        "sued, therapist, t4, foreign, 404",
        "nord, patient, u1, own, 200",
        "nord, patient, u1, other, 404",
        "nord, patient, u1, archived, 404",
        "nord, patient, u1, foreign, 404",
        "nord, patient, u1, missing, 404",
        "nord, patient, u3, archived, 404",
        "nord, patient, t1, own, 404",
        "sued, patient, u1, own, 404",
        "sued, patient, u1, foreign, 200",
    })
    void showsAppointmentsOfPatientToThoseConcerned(
            String practice, String role, String subject, String patient, int status) {
        String path = "/api/patients/" + IDS.get(patient) + "/appointments";
        assertThat(api.get(path, TestApi.token(practice, role, subject)).statusCode())
                .isEqualTo(status);
        if (!role.equals("patient")) {
            String alone = "/api/patients/" + IDS.get(patient);
            assertThat(api.get(alone, TestApi.token(practice, role, subject)).statusCode())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "other", "foreign", "missing", "archived"})
    void refusesPatientsThePageOfAnyPatient(String patient) {
        String path = "/api/patients/" + IDS.get(patient);
        assertThat(api.get(path, TestApi.token("nord", "patient", "u1")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "{1} {2} of {0} lists {3}")
    @CsvSource({
        "nord, admin, boss, own other",
        "sued, admin, boss, foreign",
        "west, admin, boss, ''",
        "nord, therapist, t1, own",
        "nord, therapist, t2, other",
        "nord, therapist, t3, ''",
        "nord, therapist, t4, own",
        "nord, therapist, boss, ''",
    })
    void listsPatientsThatTheCallerSees(
            String practice, String role, String subject, String patients) {
        HttpResponse<String> answer =
                api.get("/api/patients", TestApi.token(practice, role, subject));
        assertThat(answer.statusCode()).isEqualTo(200);
        for (String patient : new String[] {"own", "other", "foreign", "archived"}) {
            assertThat(answer.body().contains("\"id\":\"" + IDS.get(patient)))
                    .as(patient)
                    .isEqualTo((" " + patients + " ").contains(" " + patient + " "));
        }
    }

    @ParameterizedTest(name = "{1} {2} of {0}: {3}")
    @CsvSource({
        "nord, patient, u1, 200",
        "nord, patient, u2, 200",
        "nord, patient, u3, 404",
        "nord, patient, nobody, 404",
        "sued, patient, u2, 404",
        "nord, admin, u1, 403",
        "nord, therapist, t1, 403",
    })
    void answersPatientsForThemselves(String practice, String role, String subject, int status) {
        assertThat(
                        api.get("/api/me/appointments", TestApi.token(practice, role, subject))
                                .statusCode())
                .isEqualTo(status);
    }

    @Test
    void explainsToLoginWithoutPatient() {
        assertThat(api.get("/api/me/appointments", TestApi.token("nord", "patient", "new")).body())
                .contains("not connected with a patient");
    }

    @ParameterizedTest(name = "{1} of {0} asks for {2}: {3}")
    @CsvSource({
        "nord, admin, event, 200",
        "nord, admin, foreignevent, 404",
        "nord, admin, missing, 404",
        "sued, admin, event, 404",
        "sued, admin, foreignevent, 200",
        "nord, therapist, event, 403",
        "nord, therapist, missing, 403",
        "nord, patient, event, 403",
        "nord, patient, missing, 403",
    })
    void showsEventLogToAdminsOfThePractice(
            String practice, String role, String event, int status) {
        String token = TestApi.token(practice, role, "t1");
        String path = "/api/admin/webhook-events";
        assertThat(api.get(path + "/" + IDS.get(event), token).statusCode()).isEqualTo(status);
        HttpResponse<String> list = api.get(path, token);
        assertThat(list.statusCode()).isEqualTo(role.equals("admin") ? 200 : 403);
        assertThat(list.body().contains(IDS.get("event")))
                .isEqualTo(role.equals("admin") && practice.equals("nord"));
    }

    @Test
    void letsWholePracticeSeeAllPatientsWhereItWantsSo() {
        TestDatabase database = TestDatabase.fresh();
        TestPractice west = new TestPractice(database, "west");
        west.patient("Emil", "Ernst", "t1", "u1");
        west.set("therapist_scope", "practice");
        try (TestApi whole = TestApi.on(database.reader())) {
            assertThat(whole.get("/api/patients", TestApi.token("west", "therapist", "t9")).body())
                    .contains("Ernst");
        }
    }

    @Test
    void makesForeignAndMissingLookTheSame() {
        String token = TestApi.token("nord", "patient", "u1");
        HttpResponse<String> missing = appointments("missing", token);
        for (String patient : new String[] {"other", "foreign", "archived"}) {
            HttpResponse<String> answer = appointments(patient, token);
            assertThat(answer.body()).isEqualTo(missing.body());
            assertThat(answer.headers().map().keySet()).isEqualTo(missing.headers().map().keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1-2-3-4-5",
                "00000000-0000-4000-8000-00000000000g",
                "00000000-0000-4000-8000-0000000000000",
                "%00",
                "%27%20or%20true--",
                "..%2f..%2fetc",
                "me",
            })
    void takesWhatIsNoIdForMissing(String id) {
        String token = TestApi.token("nord", "admin", "boss");
        String body = api.get("/api/patients/" + IDS.get("missing"), token).body();
        assertThat(api.get("/api/patients/" + id, token).body()).isEqualTo(body);
        assertThat(api.get("/api/patients/" + id + "/appointments", token).body()).isEqualTo(body);
        assertThat(api.get("/api/admin/webhook-events/" + id, token).body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patients",
                "/api/patients/x",
                "/api/patients/x/appointments",
                "/api/me/appointments",
                "/api/admin/webhook-events",
                "/api/admin/webhook-events/x",
                "/api/admin/reviews",
                "/api/admin/reviews/x",
                "/api/admin/patients/x/booking-link",
                "/api/admin/booking-patients",
                "/api/commands/x",
                "/api/admin/settings",
                "/api/admin/settings/times-in-doubt",
                "/api/admin/therapists",
                "/api/admin/integration",
            })
    void asksEverybodyForToken(String path) {
        HttpResponse<String> answer = api.send(HttpRequest.newBuilder(api.uri(path)));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"praxis\"");
        assertThat(answer.headers().allValues("Content-Type"))
                .containsExactly("application/problem+json");
        HttpResponse<String> forged = api.get(path, "e30.e30.e30");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"praxis\", error=\"invalid_token\"");
        assertThat(forged.body()).isEqualTo(answer.body());
    }

    @Test
    void takesTokensFromTheHeaderOnly() {
        String token = TestApi.token("nord", "admin", "boss");
        for (String path : new String[] {"?access_token=" + token, "?token=" + token}) {
            assertThat(
                            api.send(HttpRequest.newBuilder(api.uri("/api/patients" + path)))
                                    .statusCode())
                    .isEqualTo(401);
        }
        for (String cookie : new String[] {"JWT=" + token, "Authorization=Bearer " + token}) {
            assertThat(
                            api.send(
                                            HttpRequest.newBuilder(api.uri("/api/patients"))
                                                    .header("Cookie", cookie))
                                    .statusCode())
                    .isEqualTo(401);
        }
        assertThat(
                        api.send(
                                        HttpRequest.newBuilder(api.uri("/api/patients"))
                                                .header("Authorization", "Basic " + token))
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void leavesNothingOfCallerOnConnection() {
        // More requests than connections, so that each connection is used again by somebody else.
        for (int round = 0; round < 50; round++) {
            assertThat(appointments("own", TestApi.token("nord", "admin", "boss")).statusCode())
                    .isEqualTo(200);
            assertThat(appointments("own", TestApi.token("nord", "patient", "u2")).statusCode())
                    .isEqualTo(404);
            assertThat(
                            api.get(
                                            "/api/admin/webhook-events",
                                            TestApi.token("nord", "admin", "boss"))
                                    .body())
                    .contains(IDS.get("event"));
        }
    }

    private static HttpResponse<String> appointments(String patient, String token) {
        return api.get("/api/patients/" + IDS.get(patient) + "/appointments", token);
    }
}
