package praxis.read.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who may order what: every door for writing, every role, one's own and everybody else's. */
class StaffAccessIT {
    private static final Map<String, String> IDS = new HashMap<>();
    private static TestApi api;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        TestPractice nord = new TestPractice(database, "nord");
        UUID own = nord.patient("Anna", "Arnold", "t1", "u1");
        UUID other = nord.patient("Bernd", "Busch", "t2", "u2");
        UUID archived = nord.patient("Clara", "Conrad", "t1", "u3");
        nord.setPatient(archived, "archived_at", OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        nord.appointment(own, TestApi.NOW, "Dr. Namensvetter");
        nord.therapistName("t4", "Dr. Namensvetter");
        TestPractice sued = new TestPractice(database, "sued");
        IDS.put("own", own.toString());
        IDS.put("other", other.toString());
        IDS.put("archived", archived.toString());
        IDS.put("foreign", sued.patient("Dora", "Dietz", "t1", "u1").toString());
        api = TestApi.on(database.reader());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest(name = "{1} of {0}: links of {2}: {3}")
    @CsvSource({
        "nord, admin, own, 200",
        "nord, admin, foreign, 404",
        "nord, admin, archived, 404",
        "sued, admin, own, 404",
        "nord, therapist, own, 403",
        "nord, patient, own, 403",
    })
    void showsBookingLinksToAdminsOfThePractice(
            String practice, String role, String patient, int status) {
        String token = TestApi.token(practice, role, "t1");
        String path = "/api/admin/patients/" + IDS.get(patient) + "/booking-link";
        assertThat(api.get(path, token).statusCode()).isEqualTo(status);
        String body = "{\"booking_patient_id\":\"b-1\"}";
        // Here is no broker, so what may be ordered is answered with 503.
        int ordered = status == 200 ? 503 : status;
        assertThat(api.send("PUT", path, token, body).statusCode()).isEqualTo(ordered);
        assertThat(api.send("DELETE", path, token, "").statusCode()).isEqualTo(ordered);
    }

    @ParameterizedTest(name = "{0} {1} changes {2}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "therapist|t1|own|{\"phone\":null}|503",
                "therapist|t1|own|{\"therapist_id\":\"t2\"}|403",
                "therapist|t1|own|{\"therapist_id\":null}|403",
                "therapist|t4|own|{\"phone\":null}|503",
                "therapist|t1|other|{\"phone\":null}|404",
                "therapist|t1|foreign|{\"phone\":null}|404",
                "therapist|t1|archived|{\"phone\":null}|404",
                "admin|boss|other|{\"therapist_id\":null}|503",
                "admin|boss|foreign|{\"phone\":null}|404",
                "patient|u1|own|{\"phone\":null}|403",
            })
    void letsStaffChangePatientsThatTheySee(
            String role, String subject, String patient, String body, int status) {
        assertThat(
                        api.send(
                                        "PATCH",
                                        "/api/patients/" + IDS.get(patient),
                                        TestApi.token("nord", role, subject),
                                        body)
                                .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} creates {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "therapist|{\"last_name\":\"Neu\"}|503",
                "therapist|{\"last_name\":\"Neu\",\"therapist_id\":\"t1\"}|503",
                "therapist|{\"last_name\":\"Neu\",\"therapist_id\":\"t2\"}|403",
                "admin|{\"last_name\":\"Neu\",\"therapist_id\":\"t2\"}|503",
                "patient|{\"last_name\":\"Neu\"}|403",
            })
    void letsTherapistsCreatePatientsOfTheirOwn(String role, String body, int status) {
        assertThat(api.post("/api/patients", TestApi.token("nord", role, "t1"), body).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"therapist, 403", "patient, 403", "admin, 200"})
    void letsAdminsAloneRunThePractice(String role, int status) {
        String token = TestApi.token("nord", role, "t1");
        int ordered = status == 200 ? 503 : status;
        for (String path :
                new String[] {
                    "/api/admin/settings",
                    "/api/admin/settings/times-in-doubt",
                    "/api/admin/therapists",
                    "/api/admin/integration"
                }) {
            assertThat(api.get(path, token).statusCode()).as(path).isEqualTo(status);
        }
        assertThat(api.send("PUT", "/api/admin/settings", token, "{}").statusCode())
                .isEqualTo(ordered);
        assertThat(api.send("PUT", "/api/admin/therapists", token, "{\"data\":[]}").statusCode())
                .isEqualTo(ordered);
    }

    @ParameterizedTest(name = "{1} of {0} connects {2}: {3}")
    @CsvSource({
        "nord, admin, own, 503",
        "nord, admin, foreign, 404",
        "nord, admin, archived, 404",
        "sued, admin, own, 404",
        "nord, therapist, own, 403",
        "nord, patient, own, 403",
    })
    void letsAdminsAloneConnectLogins(String practice, String role, String patient, int status) {
        assertThat(
                        api.send(
                                        "PUT",
                                        "/api/admin/patients/" + IDS.get(patient) + "/user",
                                        TestApi.token(practice, role, "t1"),
                                        "{\"user_id\":\"u-9\"}")
                                .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"therapist, 403", "patient, 403", "admin, 200"})
    void showsIgnoredBookingPatientsToAdmins(String role, int status) {
        String token = TestApi.token("nord", role, "t1");
        assertThat(api.get("/api/admin/booking-patients", token).statusCode()).isEqualTo(status);
        assertThat(api.post("/api/admin/booking-patients/b-1/restore", token, "").statusCode())
                .isEqualTo(status == 200 ? 503 : status);
    }
}
