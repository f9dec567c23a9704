package praxis.read.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What admins are told of the connection with the booking tool. */
class IntegrationIT {
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
    void saysWhatIsMissingInPracticeThatNothingWasHeardOf() {
        JsonNode answer = integration("west");
        assertThat(answer.path("webhook_url").asText())
                .isEqualTo("https://edge.example.org/api/webhooks/booking/west");
        assertThat(answer.path("last_sign_of_life").isNull()).isTrue();
        assertThat(answer.path("warnings").findValuesAsText("code"))
                .containsExactly("no_default_therapist", "no_booking_tool_url", "never_heard");
        assertThat(answer.at("/counts/patients").asInt()).isZero();
    }

    @Test
    void countsWhatThePracticeHas() {
        TestPractice nord = new TestPractice(database, "nord");
        UUID anna = nord.patient("Anna", "Arnold", "t1", null);
        nord.patient("Bernd", "Busch", null, null);
        nord.bookingPatient("b-1", "in_review", null);
        nord.bookingPatient("b-2", "linked", anna);
        nord.bookingPatient("b-3", "expected", null);
        nord.parked("b-1", TestApi.NOW);
        nord.review("EMAIL_ONLY", "b-1", "[]", TestApi.NOW);
        nord.event("ping", "{}");
        nord.signOfLife(TestApi.NOW);
        nord.set("default_therapist_id", "t1");
        nord.set("booking_tool_url", "https://termine.example.org");

        JsonNode answer = integration("nord");

        assertThat(answer.path("counts").toString())
                .isEqualTo(
                        """
                        {"patients":2,"patients_without_therapist":1,"linked_booking_patients":1,\
                        "expected_booking_patients":1,"ignored_booking_patients":0,\
                        "open_reviews":1,"parked_appointments":1}\
                        """);
        assertThat(answer.at("/recent_events/success").asInt()).isEqualTo(2);
        assertThat(answer.path("last_sign_of_life").asText()).isEqualTo(TestApi.NOW.toString());
        assertThat(answer.path("warnings")).isEmpty();
    }

    @Test
    void namesNoPracticeInTheAddressOfTheDefaultOne() {
        assertThat(integration("default").path("webhook_path").asText())
                .isEqualTo("/api/webhooks/booking");
    }

    private static JsonNode integration(String practice) {
        return StrictJson.parse(
                        api.get("/api/admin/integration", TestApi.token(practice, "admin", "boss"))
                                .body()
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
