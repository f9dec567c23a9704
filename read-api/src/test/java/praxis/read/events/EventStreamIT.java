package praxis.read.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import praxis.read.TestApi;
import praxis.read.TestDatabase;
import praxis.read.TestPractice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whoever listens to the log hears each entry once, in order, for as long as they may. */
class EventStreamIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static TestDatabase database;
    private static TestApi api;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        api = TestApi.on(database.reader());
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.shutdownNow();
        api.close();
    }

    @Test
    void tellsWhatComesFromNowOn() {
        Log log = new Log("live");
        log.event("before");
        try (Listener listener = listen("live", null)) {
            listener.awaitHeartBeat();
            UUID first = log.event("patient.created");
            UUID second = log.event("ping");

            listener.awaitEvents(2);
            assertThat(listener.ids()).containsExactly(first.toString(), second.toString());
            assertThat(listener.lines).anyMatch(line -> line.contains("\"event_type\":\"ping\""));
            assertThat(listener.contentType).startsWith("text/event-stream");
        }
    }

    @Test
    void goesOnAfterTheLastThatWasHeard() {
        Log log = new Log("resumed");
        UUID heard = log.event("ping");
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            missed.add(log.event("ping").toString());
        }
        try (Listener listener = listen("resumed", heard.toString())) {
            listener.awaitEvents(250);
            missed.add(log.event("ping").toString());
            listener.awaitEvents(251);
            assertThat(listener.ids()).isEqualTo(missed);
        }
    }

    @Test
    void tellsNothingOfOtherPractices() {
        Log own = new Log("own");
        Log other = new Log("other");
        own.event("ping");
        UUID foreign = other.event("ping");
        try (Listener listener = listen("own", null)) {
            listener.awaitHeartBeat();
            other.event("ping");
            UUID mine = own.event("ping");
            listener.awaitEvents(1);
            assertThat(listener.ids()).containsExactly(mine.toString());
        }
        assertThat(status("own", "admin", foreign.toString())).isEqualTo(400);
        assertThat(status("own", "admin", "not an id")).isEqualTo(400);
        assertThat(status("own", "therapist", null)).isEqualTo(403);
    }

    @Test
    void endsWithTheToken() {
        new Log("ending").event("ping");
        String token =
                TestApi.signed(
                        TestApi.claims("ending", "admin", "boss")
                                .expirationTime(Date.from(TestApi.NOW.plusSeconds(1)))
                                .build());
        try (Listener listener = new Listener(open(token, null))) {
            await().atMost(PATIENCE).untilTrue(listener.ended);
        }
    }

    @Test
    void letsOnlySoManyListenAndMakesRoomForOthers() {
        new Log("crowd").event("ping");
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            listeners.add(listen("crowd", null));
        }
        assertThat(status("crowd", "admin", null)).isEqualTo(429);
        new Log("elsewhere").event("ping");
        listeners.add(listen("elsewhere", null));
        listeners.forEach(Listener::close);
        await().atMost(PATIENCE).until(() -> canListen("crowd"));
    }

    private static boolean canListen(String practice) {
        HttpResponse<InputStream> answer = open(TestApi.token(practice, "admin", "boss"), null);
        new Listener(answer).close();
        return answer.statusCode() == 200;
    }

    private static int status(String practice, String role, @Nullable String lastEventId) {
        HttpResponse<InputStream> answer = open(TestApi.token(practice, role, "boss"), lastEventId);
        new Listener(answer).close();
        return answer.statusCode();
    }

    private static Listener listen(String practice, @Nullable String lastEventId) {
        HttpResponse<InputStream> answer =
                open(TestApi.token(practice, "admin", "boss"), lastEventId);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Listener(answer);
    }

    private static HttpResponse<InputStream> open(String token, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(api.uri("/api/admin/webhook-events/stream"))
                        .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A practice's log, as the processor writes it: entries and progress go together. */
    private static final class Log {
        private final TestPractice practice;
        private final int partition;
        private int written;

        private Log(String id) {
            practice = new TestPractice(database, id);
            partition = id.hashCode();
        }

        private UUID event(String type) {
            UUID event = practice.event(type, "{}");
            written++;
            database.execute(
                    """
                    insert into ledger.progress (partition_no, next_offset) values (?, ?)
                    on conflict (partition_no) do update set next_offset = excluded.next_offset
                    """,
                    partition,
                    written);
            return event;
        }
    }

    private static final class Listener implements AutoCloseable {
        private final InputStream body;
        private final String contentType;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Listener(HttpResponse<InputStream> answer) {
            body = answer.body();
            contentType = answer.headers().firstValue("Content-Type").orElse("");
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException closed) {
                // Closed by us, or cut off: there is nothing more to hear.
            }
            ended.set(true);
        }

        private List<String> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3).strip())
                    .toList();
        }

        private void awaitEvents(int count) {
            await().atMost(PATIENCE).until(() -> ids().size() >= count);
        }

        private void awaitHeartBeat() {
            await().atMost(PATIENCE)
                    .until(() -> lines.stream().anyMatch(line -> line.contains("heartbeat")));
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException alreadyClosed) {
                throw new UncheckedIOException(alreadyClosed);
            }
        }
    }
}
