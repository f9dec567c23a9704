package praxis.read.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One review item, with all that speaks for one answer or the other. */
class ReviewDetailsIT {
    private static final Instant NOW = TestApi.NOW;
    private static final Instant DAY_AGO = NOW.minus(Duration.ofDays(1));

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
    void holdsNewcomerAgainstCandidateFieldByField() {
        TestPractice practice = new TestPractice(database, "detail");
        practice.bookingPatient("b-1", "in_review", null);
        UUID anna = practice.patient("Nora", "Neumann", null, null);
        UUID gone = UUID.randomUUID();
        UUID item =
                practice.review(
                        "EMAIL_MISMATCH",
                        "b-1",
                        """
                        [{"patient_id":"%s","agrees":["first_name"],"differs":["date_of_birth"],
                          "score":0.81,"fields":[{"field":"first_name","level":"same","weight":4.5},
                          {"field":"household","level":"street"}]},
                         {"patient_id":"%s","agrees":[],"differs":[]}]
                        """
                                .formatted(anna, gone),
                        DAY_AGO);
        UUID parked = practice.parked("b-1", NOW.plusSeconds(60));

        HttpResponse<String> answer = get("detail", "/" + item);
        JsonNode review = json(answer);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(review.path("possible_decisions").toString())
                .isEqualTo("[\"link\",\"create\",\"dismiss\",\"postpone\"]");
        assertThat(review.at("/newcomer/facts/last_name").asText()).isEqualTo("Neu");
        assertThat(review.at("/newcomer/standing").asText()).isEqualTo("in_review");
        assertThat(review.at("/candidates/0/score").asDouble()).isEqualTo(0.81);
        assertThat(review.at("/candidates/0/facts/last_name").asText()).isEqualTo("Neumann");
        assertThat(review.at("/candidates/0/fields").toString())
                .contains(
                        "{\"field\":\"first_name\",\"newcomer\":\"Nora\",\"candidate\":\"Nora\","
                                + "\"agreement\":\"agrees\"}",
                        "{\"field\":\"date_of_birth\",\"newcomer\":\"1990-05-01\","
                                + "\"candidate\":\"1980-02-29\",\"agreement\":\"differs\"}",
                        "{\"field\":\"last_name\",\"newcomer\":\"Neu\",\"candidate\":\"Neumann\","
                                + "\"agreement\":\"not_compared\"}",
                        "{\"field\":\"phone\",\"newcomer\":null,\"candidate\":\"+49301234\","
                                + "\"agreement\":\"missing\"}");
        assertThat(review.at("/candidates/0/evidence").toString())
                .isEqualTo(
                        "[{\"field\":\"first_name\",\"level\":\"same\",\"weight\":4.5},"
                            + "{\"field\":\"household\",\"level\":\"street\",\"weight\":null}]");
        assertThat(review.at("/candidates/1/facts").isNull()).isTrue();
        assertThat(review.at("/waiting_appointments/0/id").asText()).isEqualTo(parked.toString());
        assertThat(review.at("/event/event_type").asText()).isEqualTo("patient.created");
        assertThat(
                        api.get(review.at("/event/href").asText(), token("detail", "admin"))
                                .statusCode())
                .isEqualTo(200);
        assertThat(review.path("conflict").isNull()).isTrue();
    }

    @Test
    void holdsCurrentAgainstProposedPatient() {
        TestPractice practice = new TestPractice(database, "contradiction");
        UUID anna = practice.patient("Anna", "Arnold", null, null);
        practice.bookingPatient("b-1", "linked", anna);
        UUID item = practice.review("LINK_CONTRADICTED", "b-1", "[]", DAY_AGO);
        practice.setReview(
                item,
                "proposed_body",
                "{\"event_type\":\"patient.updated\",\"payload\":{\"id\":\"b-1\","
                        + "\"vorname\":\"Anna\",\"last_name\":\"Berg\",\"phone\":null}}");

        JsonNode review = read("contradiction", "/" + item);
        assertThat(review.path("possible_decisions").toString())
                .isEqualTo("[\"take_new\",\"keep_current\",\"postpone\"]");
        assertThat(review.path("conflict").toString())
                .isEqualTo(
                        "{\"about\":\"patient\",\"proposed_at\":null,\"fields\":["
                            + "{\"field\":\"first_name\",\"current\":\"Anna\",\"proposed\":\"Anna\","
                            + "\"differs\":false},{\"field\":\"last_name\",\"current\":\"Arnold\","
                            + "\"proposed\":\"Berg\",\"differs\":true},"
                            + "{\"field\":\"phone\",\"current\":\"+49301234\",\"proposed\":null,"
                            + "\"differs\":true}]}");
    }

    @Test
    void holdsCurrentAgainstProposedAppointment() {
        TestPractice practice = new TestPractice(database, "revived");
        UUID anna = practice.patient("Anna", "Arnold", null, null);
        UUID appointment = practice.appointment(anna, NOW, "Dr. Eins");
        UUID item = practice.review("REVIVED_APPOINTMENT", "b-" + anna, "[]", DAY_AGO);
        practice.setReview(item, "booking_appointment_id", "a-" + appointment);
        practice.setReview(
                item,
                "proposed_body",
                """
                {"event_type":"appointment.updated","payload":{"id":"a-%s","patient_id":"b-%s",\
                "scheduled_at":"2026-03-02T11:00:00+01:00","duration_minutes":45}}\
                """
                        .formatted(appointment, anna));

        String fields = read("revived", "/" + item).at("/conflict/fields").toString();
        assertThat(fields)
                .contains(
                        "{\"field\":\"scheduled_at\",\"current\":\"2026-03-02T10:00:00Z\","
                                + "\"proposed\":\"2026-03-02T11:00:00+01:00\",\"differs\":false}",
                        "{\"field\":\"duration_minutes\",\"current\":\"30\",\"proposed\":\"45\","
                                + "\"differs\":true}");
    }

    private static String token(String practice, String role) {
        return TestApi.token(practice, role, "boss");
    }

    private static HttpResponse<String> get(String practice, String rest) {
        return api.get("/api/admin/reviews" + rest, token(practice, "admin"));
    }

    private static JsonNode read(String practice, String rest) {
        HttpResponse<String> answer = get(practice, rest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StrictJson.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
