package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import praxis.sandbox.system.Program;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Staff write while the working processor is killed, between their order and its effect: nothing of
 * it is lost, and nothing happens twice.
 */
class DecisionTakeoverIT {
    private static final int ORDERS = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void carriesEachOrderOutOnceWhenTheProcessorIsKilled() throws Exception {
        try (TestSandbox started = TestSandbox.start(1, 2);
                Practice practice = new Practice(started.sandbox())) {
            String boss = practice.admin("chefin");
            List<HttpResponse<String>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<HttpResponse<String>>> orders = new ArrayList<>();
                for (int order = 0; order < ORDERS; order++) {
                    String named =
                            "{\"last_name\":\"Ordnung\",\"first_name\":\"N%d\"}".formatted(order);
                    String key = "order-" + order;
                    orders.add(threads.submit(() -> order(practice, boss, named, key)));
                    if (order == ORDERS / 3) {
                        kill(started, practice);
                    }
                }
                for (Future<HttpResponse<String>> order : orders) {
                    answers.add(order.get());
                }
            }
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 202);
            for (HttpResponse<String> answer : answers) {
                if (answer.statusCode() == 202) {
                    awaitDone(practice, boss, answer);
                }
            }
            JsonNode all = practice.read("/api/patients?q=Ordnung&limit=200").path("data");
            assertThat(all).hasSize(ORDERS);
            assertThat(all.findValuesAsText("first_name")).doesNotHaveDuplicates();
            assertThat(started.failures()).singleElement().asString().contains("exit code 137");
        }
    }

    /** What nobody confirmed is repeated under its key, as the answer asks for. */
    private static HttpResponse<String> order(
            Practice practice, String boss, String named, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                practice.sendOnce(
                                        "POST",
                                        "/api/patients",
                                        boss,
                                        named,
                                        "Idempotency-Key",
                                        key),
                        answer -> answer.statusCode() != 503);
    }

    private static void awaitDone(Practice practice, String boss, HttpResponse<String> accepted) {
        String location = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE)
                .until(
                        () ->
                                Practice.parsed(practice.get(location, boss).body())
                                        .path("state")
                                        .asText(),
                        "done"::equals);
    }

    /** The one of the two that has all the work: one practice is one partition. */
    private static void kill(TestSandbox started, Practice practice) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> !practice.read("/api/patients?q=Ordnung").path("data").isEmpty());
        TakeoverIT.working(started.sandbox().programs(Program.EVENT_PROCESSOR)).kill();
    }
}
