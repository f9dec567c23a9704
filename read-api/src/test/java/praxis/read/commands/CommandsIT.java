package praxis.read.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestBroker;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;
import praxis.schemas.command.SentCommand.Sender;
import praxis.schemas.json.StrictJson;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What staff write goes over the log, and is answered once it can be read. */
class CommandsIT {
    private static final String BOSS = TestApi.token("nord", "admin", "boss");
    private static final String ANNA = "{\"first_name\":\"Anna\",\"last_name\":\"Arnold\"}";

    private static TestDatabase database;
    private static TestPractice nord;
    private static StandIn processor;
    private static TestApi api;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
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
    void createsPatientAndShowsIt() {
        HttpResponse<String> created = api.post("/api/patients", BOSS, ANNA);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(api.get(location, BOSS).body()).isEqualTo(created.body());
        assertThat(processor.seen().getLast().by()).isEqualTo(new Sender("boss", "admin"));
    }

    @Test
    void makesRepetitionsOneCommand() {
        String[] key = {"Idempotency-Key", "anna-once"};
        HttpResponse<String> first = api.post("/api/patients", BOSS, ANNA, key);
        HttpResponse<String> second = api.post("/api/patients", BOSS, ANNA, key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void refusesKeyThatComesAgainWithSomethingElse() {
        String[] key = {"Idempotency-Key", "used-twice"};
        String patient = id(api.post("/api/patients", BOSS, ANNA, key));

        for (HttpResponse<String> other :
                List.of(
                        api.post("/api/patients", BOSS, "{\"last_name\":\"Anders\"}", key),
                        api.send(
                                "PATCH",
                                "/api/patients/" + patient,
                                BOSS,
                                "{\"phone\":\"030 1\"}",
                                key))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("Idempotency-Key was used before");
        }
        // Somebody else's is another one.
        String other = TestApi.token("nord", "admin", "deputy");
        assertThat(id(api.post("/api/patients", other, ANNA, key))).isNotEqualTo(patient);
    }

    @Test
    void refusesUnusableKey() {
        for (String key : List.of("a\tb", "k".repeat(201))) {
            assertThat(api.post("/api/patients", BOSS, ANNA, "Idempotency-Key", key).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesTwoKeys() {
        assertThat(
                        api.post(
                                        "/api/patients",
                                        BOSS,
                                        ANNA,
                                        "Idempotency-Key",
                                        "one",
                                        "Idempotency-Key",
                                        "two")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersWhereToAskWhenItTakesLong() {
        processor.sleep();
        HttpResponse<String> accepted;
        try {
            accepted = api.post("/api/patients", BOSS, ANNA, "Idempotency-Key", "slowly");
        } finally {
            processor.wake();
        }
        assertThat(accepted.statusCode()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/api/commands/" + id(accepted));
        await().until(() -> json(api.get(location, BOSS)).path("state").asText().equals("done"));
        JsonNode done = json(api.get(location, BOSS));
        assertThat(done.path("what").asText()).isEqualTo("created");
        assertThat(done.path("type").asText()).isEqualTo("patient.create");
        assertThat(api.get("/api/patients/" + done.path("patient_id").asText(), BOSS).body())
                .contains("Arnold");
        String alone = "/api/commands/" + id(accepted);
        assertThat(json(api.get(alone, BOSS))).isEqualTo(done);
    }

    @Test
    void tellsPendingFromUnknownAndStrangersNothing() {
        processor.sleep();
        try {
            HttpResponse<String> accepted = api.post("/api/patients", BOSS, ANNA);
            String location = accepted.headers().firstValue("Location").orElseThrow();
            String alone = "/api/commands/" + id(accepted);

            assertThat(json(api.get(location, BOSS)).path("state").asText()).isEqualTo("pending");
            assertThat(api.get(alone, BOSS).statusCode()).isEqualTo(404);
            assertThat(api.get(alone + "?receipt=forged", BOSS).statusCode()).isEqualTo(404);
            for (String stranger :
                    List.of(
                            TestApi.token("nord", "admin", "deputy"),
                            TestApi.token("sued", "admin", "boss"),
                            TestApi.token("nord", "patient", "u1"))) {
                assertThat(api.get(location, stranger).statusCode()).isEqualTo(404);
            }
        } finally {
            processor.wake();
        }
    }

    @Test
    void showsWhatBecameOfItToWhoSentItAlone() {
        api.post("/api/patients", BOSS, ANNA, "Idempotency-Key", "mine");
        UUID command = processor.seen().getLast().id();

        assertThat(json(api.get("/api/commands/" + command, BOSS)).path("state").asText())
                .isEqualTo("done");
        String deputy = TestApi.token("nord", "admin", "deputy");
        assertThat(api.get("/api/commands/" + command, deputy).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/commands/x", BOSS).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/commands/" + UUID.randomUUID(), BOSS).statusCode()).isEqualTo(404);
    }

    @Test
    void letsTherapistSeeOwnCommandToo() {
        String therapist = TestApi.token("nord", "therapist", "t1");
        HttpResponse<String> created = api.post("/api/patients", therapist, ANNA);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).path("therapist_id").asText()).isEqualTo("t1");
        UUID command = processor.seen().getLast().id();
        assertThat(api.get("/api/commands/" + command, therapist).statusCode()).isEqualTo(200);
        assertThat(
                        api.get(
                                        "/api/commands/" + command,
                                        TestApi.token("nord", "therapist", "t2"))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void servesManyWhoWaitAtOnce() throws Exception {
        List<Callable<Integer>> requests =
                Stream.generate(
                                () ->
                                        (Callable<Integer>)
                                                () ->
                                                        api.post("/api/patients", BOSS, ANNA)
                                                                .statusCode())
                        .limit(40)
                        .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(201);
            }
        }
    }

    @Test
    void refusesLoginThatCannotSignAnOrder() {
        String long201 = TestApi.token("nord", "admin", "b".repeat(201));
        assertThat(api.post("/api/patients", long201, ANNA).statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhenNobodyTookTheOrderAndServesReadersAllTheSame() {
        try (TestApi alone = TestApi.on(database.reader())) {
            HttpResponse<String> refused = alone.post("/api/patients", BOSS, ANNA);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("same Idempotency-Key");
            assertThat(alone.get("/api/patients", BOSS).statusCode()).isEqualTo(200);
            assertThat(
                            alone.send(HttpRequest.newBuilder(alone.uri("/health/readiness")))
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    private static String id(HttpResponse<String> answer) {
        return json(answer).path("id").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StrictJson.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no JSON: " + answer.body()));
    }
}
