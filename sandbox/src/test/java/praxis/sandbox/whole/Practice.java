package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.sandbox.access.Caller;
import praxis.sandbox.access.TokenIssuer;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.tool.Answer;
import praxis.sandbox.tool.Delivery;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.WebhookClient;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The practice {@code default} from outside: what it is told, and what its admin then reads. */
final class Practice implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Not to be seen yet, and not confirmed. */
    private static final Set<Integer> UNSETTLED = Set.of(202, 503);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final WebhookClient webhooks;
    private final String token;

    Practice(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.webhooks =
                new WebhookClient(
                        new Signer(sandbox.secrets().webhook()),
                        PracticeId.DEFAULT,
                        InstantSource.system());
        this.token = token(new Caller(Caller.Role.ADMIN, "chefin", PracticeId.DEFAULT));
    }

    /** Of an admin with this login. */
    String admin(String login) {
        return token(new Caller(Caller.Role.ADMIN, login, PracticeId.DEFAULT));
    }

    String token(Caller caller) {
        return new TokenIssuer(sandbox.secrets().jwtSecret())
                .issue(caller, Instant.now(), Duration.ofHours(1));
    }

    /** Sends it, and waits for the row that the log gets. */
    Entry hears(Told told) throws InterruptedException {
        return hears(told.delivery());
    }

    Entry hears(Delivery delivery) throws InterruptedException {
        Answer.Status answer = send(delivery);
        assertThat(answer.isAccepted()).as(answer.body()).isTrue();
        return entry(parsed(answer.body()).path("event_id").asText());
    }

    Answer.Status send(Delivery delivery) throws InterruptedException {
        Answer answer = webhooks.post(sandbox.edges().getFirst(), delivery);
        assertThat(answer).isInstanceOf(Answer.Status.class);
        return (Answer.Status) answer;
    }

    /** Waits until the processor has come to it. */
    Entry entry(String eventId) {
        return await().atMost(PATIENCE)
                .until(() -> find("/api/admin/webhook-events/" + eventId), Optional::isPresent)
                .map(Entry::new)
                .orElseThrow();
    }

    JsonNode patient(String id) {
        return read("/api/patients/" + id);
    }

    List<JsonNode> appointmentsOf(String patientId) {
        return list(read("/api/patients/" + patientId + "/appointments").path("appointments"));
    }

    /** The only one of its patient. */
    JsonNode appointmentOf(String patientId) {
        List<JsonNode> appointments = appointmentsOf(patientId);
        assertThat(appointments).hasSize(1);
        return appointments.getFirst();
    }

    JsonNode read(String path) {
        return find(path).orElseThrow(() -> new AssertionError("nothing at " + path));
    }

    private Optional<JsonNode> find(String path) {
        HttpResponse<String> response = get(path, token);
        assertThat(response.statusCode()).as(response.body()).isIn(200, 404);
        return Optional.of(response.body())
                .filter(body -> response.statusCode() == 200)
                .map(Practice::parsed);
    }

    HttpResponse<String> get(String path, String bearer) {
        HttpRequest request =
                HttpRequest.newBuilder(sandbox.read().resolve(path))
                        .header("Authorization", "Bearer " + bearer)
                        .build();
        return answer(request);
    }

    /** By somebody without a login. */
    HttpResponse<String> get(String path) {
        return answer(HttpRequest.newBuilder(sandbox.read().resolve(path)).build());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("the read API does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** As a person of staff presses a button. */
    HttpResponse<String> post(String path, String bearer, String body, String... headers) {
        return send("POST", path, bearer, body, headers);
    }

    /** Repeats an order under its key until its effect can be seen, as the answers ask for. */
    HttpResponse<String> send(
            String method, String path, String bearer, String body, String... headers) {
        String[] keyed =
                headers.length == 0
                        ? new String[] {"Idempotency-Key", UUID.randomUUID().toString()}
                        : headers;
        return await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(
                        () -> sendOnce(method, path, bearer, body, keyed),
                        answer -> !UNSETTLED.contains(answer.statusCode()));
    }

    HttpResponse<String> sendOnce(
            String method, String path, String bearer, String body, String... headers) {
        return answer(
                HttpRequest.newBuilder(sandbox.read().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + bearer)
                        .headers(headers)
                        .build());
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static JsonNode parsed(String json) {
        return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Override
    public void close() {
        webhooks.close();
        http.close();
    }
}
