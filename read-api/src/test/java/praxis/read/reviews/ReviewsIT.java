package praxis.read.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The review queue as admins read it. */
class ReviewsIT {
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
    void listsWhatIsDueAndTheNextAppointmentFirst() {
        TestPractice practice = new TestPractice(database, "due");
        UUID older = practice.review("EMAIL_ONLY", "b-1", "[]", DAY_AGO);
        UUID later = practice.review("AMBIGUOUS", "b-2", "[]", NOW.minusSeconds(60));
        practice.parked("b-2", NOW.plus(Duration.ofDays(3)));
        UUID soon = practice.review("EMAIL_SHARED", "b-3", "[]", NOW.minusSeconds(30));
        practice.parked("b-3", NOW.plus(Duration.ofHours(5)));
        practice.parked("b-3", NOW.minus(Duration.ofDays(5)));
        UUID notDue = practice.review("UNKNOWN_PATIENT", "b-4", "[]", NOW.minusSeconds(10));
        practice.setReview(notDue, "due_at", NOW.plusSeconds(3_590).atOffset(ZoneOffset.UTC));

        JsonNode page = read("due", "");
        assertThat(ids(page)).containsExactly(soon, later, older);
        JsonNode first = page.at("/data/0");
        assertThat(first.path("waiting_appointments").asInt()).isEqualTo(2);
        assertThat(first.path("next_waiting_at").asText()).isEqualTo("2026-03-02T15:00:00Z");
        assertThat(page.path("summary").toString())
                .isEqualTo(
                        "{\"open\":4,\"postponed\":0,\"due\":3,"
                                + "\"oldest_opened_at\":\"2026-03-01T10:00:00Z\",\"urgent\":1}");
        assertThat(ids(read("due", "?due=all"))).containsExactly(soon, later, older, notDue);
        assertThat(ids(read("due", "?due=all&sort=age")))
                .containsExactly(older, later, soon, notDue);
        assertThat(ids(read("due", "?kind=AMBIGUOUS"))).containsExactly(later);
        assertThat(ids(read("due", "?sort=kind"))).containsExactly(older, soon, later);
    }

    @Test
    void ranksByTheLikeliestCandidate() {
        TestPractice practice = new TestPractice(database, "scores");
        UUID patient = practice.patient("Anna", "Arnold", null, null);
        UUID without = practice.review("EMAIL_ONLY", "b-1", candidate(patient, ""), DAY_AGO);
        UUID low =
                practice.review("EMAIL_ONLY", "b-2", candidate(patient, ",\"score\":0.2"), DAY_AGO);
        UUID high =
                practice.review("EMAIL_ONLY", "b-3", candidate(patient, ",\"score\":0.97"), NOW);

        assertThat(ids(read("scores", "?sort=score"))).containsExactly(high, low, without);
        assertThat(read("scores", "?sort=score").at("/data/0/score").asDouble()).isEqualTo(0.97);
    }

    @Test
    void listsPostponedDecidedAndClosedOnesByThemselves() {
        TestPractice practice = new TestPractice(database, "states");
        UUID postponed = practice.review("EMAIL_ONLY", "b-1", "[]", DAY_AGO);
        practice.setReview(
                postponed, "postponed_until", NOW.plusSeconds(1).atOffset(ZoneOffset.UTC));
        UUID backAgain = practice.review("EMAIL_ONLY", "b-2", "[]", DAY_AGO);
        practice.setReview(backAgain, "postponed_until", NOW.atOffset(ZoneOffset.UTC));
        UUID decided = practice.review("EMAIL_ONLY", "b-3", "[]", DAY_AGO);
        practice.decided(decided, "boss", "dismiss", null);
        UUID settled = practice.review("EMAIL_ONLY", "b-4", "[]", DAY_AGO);
        practice.decided(settled, "boss", "dismiss", null);
        practice.setReview(settled, "decided_by", null);
        practice.setReview(settled, "closed_at", NOW.minusSeconds(5).atOffset(ZoneOffset.UTC));

        assertThat(ids(read("states", ""))).containsExactly(backAgain);
        assertThat(ids(read("states", "?state=postponed"))).containsExactly(postponed);
        assertThat(ids(read("states", "?state=decided"))).containsExactly(decided);
        assertThat(ids(read("states", "?state=closed"))).containsExactly(decided, settled);
        assertThat(read("states", "?state=closed").at("/data/1/state").asText())
                .isEqualTo("closed");
        JsonNode detail = read("states", "/" + decided);
        assertThat(detail.at("/decided/by").asText()).isEqualTo("boss");
        assertThat(detail.at("/decided/decision").asText()).isEqualTo("dismiss");
        assertThat(detail.at("/decided/reason").asText()).isEqualTo("asked by telephone");
        assertThat(detail.path("possible_decisions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sort=age", "?sort=score", "?sort=kind", "?state=closed"})
    void pagesStandStillWhileItemsCome(String query) {
        String id = "pages" + query.replaceAll("[^a-z]", "");
        TestPractice practice = new TestPractice(database, id);
        for (int item = 0; item < 7; item++) {
            UUID review =
                    practice.review(
                            item % 2 == 0 ? "EMAIL_ONLY" : "AMBIGUOUS",
                            "b-" + item,
                            "[]",
                            // Pairs of them are of one age.
                            DAY_AGO.plusSeconds(item / 2));
            if (item % 3 == 0) {
                practice.parked("b-" + item, NOW.plusSeconds(item / 2));
            }
            if (query.contains("closed")) {
                practice.decided(review, "boss", "dismiss", null);
            }
        }
        String first = query.isEmpty() ? "?" : query + "&";
        List<UUID> expected = ids(read(id, first + "limit=200"));
        assertThat(expected).hasSize(7);
        List<UUID> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(id, first + "limit=2" + cursor);
            seen.addAll(ids(page));
            cursor = "&cursor=" + page.path("next_cursor").asText();
            // Comes in, ahead of everything.
            practice.review("EMAIL_MISMATCH", "n-" + seen.size(), "[]", DAY_AGO.minusSeconds(9));
            practice.parked("n-" + seen.size(), NOW);
        } while (!cursor.endsWith("null"));
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "{1} of {0}: list {2}, item {3}")
    @CsvSource({
        "mine, admin, 200, 200",
        "theirs, admin, 200, 404",
        "mine, therapist, 403, 403",
        "mine, patient, 403, 403",
    })
    void isForAdminsOfThePractice(String practice, String role, int list, int one) {
        TestPractice mine = new TestPractice(TestDatabase.fresh(), "mine");
        UUID item = mine.review("EMAIL_ONLY", "b-1", "[]", DAY_AGO);
        try (TestApi own = TestApi.on(mine.database().reader())) {
            String token = token(practice, role);
            HttpResponse<String> listed = own.get("/api/admin/reviews", token);
            assertThat(listed.statusCode()).isEqualTo(list);
            assertThat(listed.body().contains(item.toString())).isEqualTo(one == 200);
            assertThat(own.get("/api/admin/reviews/" + item, token).statusCode()).isEqualTo(one);
            assertThat(
                            own.post(
                                            "/api/admin/reviews/" + item + "/decision",
                                            token,
                                            "{\"decision\":\"take_new\"}")
                                    .statusCode())
                    .isEqualTo(one == 200 ? 422 : one);
        }
    }

    @Test
    void asksEverybodyForToken() {
        assertThat(api.send(HttpRequest.newBuilder(api.uri("/api/admin/reviews/x"))).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?state=new",
                "?kind=email_only",
                "?due=false",
                "?sort=closed_at",
                "?state=closed&sort=age",
                "?limit=0",
                "?cursor=x",
                "?status=open",
            })
    void refusesUnknownFilters(String query) {
        assertThat(get("nowhere", query).statusCode()).isEqualTo(400);
    }

    private static String candidate(UUID patient, String more) {
        return "[{\"patient_id\":\"" + patient + "\",\"agrees\":[],\"differs\":[]" + more + "}]";
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

    private static List<UUID> ids(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(item -> UUID.fromString(item.path("id").asText()))
                .toList();
    }
}
