package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.edge.ProblemAssertions.assertProblem;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position;
import praxis.schemas.record.StableIds;
import praxis.testkit.Broker;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Every row of the contract's table of answers, whatever broker stands behind the edge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswersContract {
    private static final byte[] EVENT =
            bytes("{\"event_type\":\"patient.created\",\"payload\":{\"id\":\"bp-1\"}}");
    private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, 0, '{'};
    private static final int LIMIT = 262_144;

    private Broker broker;
    private RunningEdge edge;
    private InboundTopic topic;

    /** {@code data} is an empty directory for whoever keeps it on this machine. */
    abstract Broker startBroker(Path data);

    @BeforeAll
    void start(@TempDir Path data) {
        broker = startBroker(data);
        broker.createTopics();
        edge = RunningEdge.start(broker.bootstrap());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(edge::isReady);
        topic = new InboundTopic(broker.bootstrap());
    }

    @AfterAll
    void stop() {
        topic.close();
        edge.close();
        broker.close();
    }

    @BeforeEach
    void skipsOlderRecords() {
        topic.news();
    }

    @Test
    void accepts202ForStandardWebhooks() {
        Instant before = Instant.now();
        HttpResponse<String> answer = post(EVENT, standard("msg_1", before, EVENT));

        assertThat(answer.statusCode()).isEqualTo(202);
        InboundRecord record = topic.onlyRecord();
        assertThat(record.webhookId()).hasValue("msg_1");
        assertThat(record.scheme()).isEqualTo("standard-webhooks");
        assertThat(record.body().toArray()).isEqualTo(EVENT);
        assertThat(record.receivedAt()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(record.receivedAt())
                .isEqualTo(record.receivedAt().truncatedTo(ChronoUnit.MICROS));
        assertThat(record.secretFingerprint()).matches("[0-9a-f]{12}");
    }

    @Test
    void accepts200ForBodySignature() {
        HttpResponse<String> answer = post(EVENT, signed(EVENT));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(topic.onlyRecord().webhookId()).isEmpty();
    }

    @Test
    void ignoresUnsignedIdUnderBodySignature() {
        List<String> headers = new ArrayList<>(signed(EVENT));
        headers.addAll(List.of("webhook-id", "msg_2"));

        assertThat(post(EVENT, headers).statusCode()).isEqualTo(200);
        assertThat(topic.onlyRecord().webhookId()).isEmpty();
    }

    @Test
    void namesEventByItsPosition() {
        String answer = post(EVENT, signed(EVENT)).body();

        ConsumerRecord<byte[], byte[]> found = topic.onlyNews();
        Position position =
                new Position(topic.id(broker.bootstrap()), found.partition(), found.offset());
        assertThat(answer)
                .isEqualTo(
                        "{\"received\":true,\"status\":\"accepted\",\"event_id\":\""
                                + StableIds.ofEvent(position)
                                + "\"}");
    }

    @Test
    void keysByPracticeAndSaltsEveryRecord() {
        post(EVENT, signed(EVENT));
        post(EVENT, signed(EVENT));

        List<ConsumerRecord<byte[], byte[]>> news = topic.news();
        assertThat(news).allSatisfy(each -> assertThat(each.key()).isEqualTo(bytes("default")));
        assertThat(news.stream().map(InboundTopic::read).map(InboundRecord::salt))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(salt -> assertThat(salt.length()).isEqualTo(16));
    }

    @Test
    void passesBackfillAndTraceOn() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        List<String> headers = new ArrayList<>(signed(EVENT));
        headers.addAll(List.of("X-Webhook-Backfill", "true", "traceparent", trace));
        post(EVENT, headers);

        InboundRecord record = topic.onlyRecord();
        assertThat(record.backfill()).isTrue();
        assertThat(record.traceparent()).hasValue(trace);
    }

    @Test
    void startsTraceWhereNoneOrNoneUsableCame() {
        List<String> headers = new ArrayList<>(signed(EVENT));
        headers.addAll(List.of("traceparent", "00-0-0-00"));
        post(EVENT, headers);

        InboundRecord record = topic.onlyRecord();
        assertThat(record.backfill()).isFalse();
        assertThat(record.traceparent().orElseThrow()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void answers400ForSignedBodyThatIsNotJsonAndRecordsIt() {
        for (byte[] body : List.of(bytes("{oops"), new byte[0], NO_TEXT)) {
            assertProblem(post(body, signed(body)), 400);
            assertThat(topic.onlyRecord().body().toArray()).isEqualTo(body);
            assertProblem(post(body, standard("msg_3", Instant.now(), body)), 400);
            assertThat(topic.onlyRecord().body().toArray()).isEqualTo(body);
        }
    }

    @Test
    void keepsPackedBytesAsTheyCame() {
        byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff, 3, 0};
        List<String> headers = new ArrayList<>(signed(packed));
        headers.addAll(List.of("Content-Encoding", "gzip"));

        assertProblem(post(packed, headers), 400);
        assertThat(topic.onlyRecord().body().toArray()).isEqualTo(packed);
    }

    @Test
    void answers422WithFieldsForUnusableEnvelopeAndRecordsIt() {
        byte[] body = bytes("{\"event_type\":\"patient.created\",\"payload\":7}");
        HttpResponse<String> answer = post(body, signed(body));

        assertProblem(answer, 422);
        assertThat(answer.body()).contains("\"errors\":[{\"field\":\"payload\",\"reason\":\"");
        assertThat(topic.onlyRecord().body().toArray()).isEqualTo(body);
    }

    @Test
    void answersOneAndTheSame401ForEveryRefusalAndRecordsNothing() {
        Instant now = Instant.now();
        List<HttpResponse<String>> refusals =
                List.of(
                        post(EVENT, List.of()),
                        post(EVENT, signed(bytes("other"))),
                        post(EVENT, standard("msg_4", now.minusSeconds(302), EVENT)),
                        post(EVENT, standard("msg_4", now.plusSeconds(302), EVENT)),
                        post(EVENT, both("v1,AAAA")),
                        post(EVENT, both("")),
                        edge.post(RunningEdge.ADDRESS + "/nobody", EVENT, signed(EVENT)),
                        edge.post(RunningEdge.ADDRESS + "/No%20body", EVENT, signed(EVENT)));

        assertThat(refusals).allSatisfy(answer -> assertProblem(answer, 401));
        assertThat(refusals.stream().map(HttpResponse::body))
                .containsOnly(refusals.getFirst().body());
        assertThat(topic.news()).isEmpty();
    }

    @Test
    void acceptsPracticeDefaultByItsName() {
        assertThat(edge.post(RunningEdge.ADDRESS + "/default", EVENT, signed(EVENT)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void accepts256KibAndAnswers413Beyond() {
        byte[] largest = padded(LIMIT);
        byte[] tooLarge = padded(LIMIT + 1);

        assertThat(post(largest, signed(largest)).statusCode()).isEqualTo(200);
        assertProblem(post(tooLarge, signed(tooLarge)), 413);
        assertThat(topic.news()).hasSize(1);
    }

    @Test
    void answers415ForOtherMediaTypes() {
        assertProblem(sendAs("text/plain"), 415);
        assertProblem(sendAs("application/x-www-form-urlencoded"), 415);
        assertProblem(sendAs("multipart/form-data; boundary=x"), 415);
        assertProblem(sendAs("nonsense"), 415);
        assertProblem(edge.send("POST", RunningEdge.ADDRESS, EVENT, signed(EVENT)), 415);
        assertThat(topic.news()).isEmpty();
        assertThat(sendAs("application/json; charset=utf-8").statusCode()).isEqualTo(200);
    }

    @Test
    void answersOtherAddressesAndMethodsInTheSameForm() {
        assertProblem(edge.get("/nowhere"), 404);
        assertProblem(edge.get(RunningEdge.ADDRESS + "/a/b"), 404);
        HttpResponse<String> wrongMethod = edge.get(RunningEdge.ADDRESS);
        assertProblem(wrongMethod, 405);
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void answersWhateverTheClientSaysItAccepts() {
        List<String> headers = new ArrayList<>(signed(EVENT));
        headers.addAll(List.of("Accept", "text/html"));

        assertThat(post(EVENT, headers).statusCode()).isEqualTo(200);
    }

    @Test
    void countsWhatItDoesWithoutNamingAnybody() {
        post(EVENT, signed(EVENT));
        post(EVENT, List.of());

        assertThat(edge.get("/prometheus").body())
                .contains("edge_accepted_total{scheme=\"body\"}")
                .contains("edge_refused_total{reason=\"no-signature\"}")
                .contains("edge_duration_seconds_bucket")
                .doesNotContain("default");
    }

    @Test
    void saysThatItLivesAndIsReady() {
        assertThat(edge.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(edge.get("/health/readiness").body()).contains("The inbound topic is there.");
    }

    private HttpResponse<String> sendAs(String contentType) {
        List<String> headers = new ArrayList<>(signed(EVENT));
        headers.addAll(List.of("Content-Type", contentType));
        return edge.send("POST", RunningEdge.ADDRESS, EVENT, headers);
    }

    /** A right body signature beside the other scheme's header. */
    private static List<String> both(String standardSignature) {
        List<String> headers = new ArrayList<>(signed(EVENT));
        headers.addAll(List.of("webhook-signature", standardSignature));
        return headers;
    }

    private HttpResponse<String> post(byte[] body, List<String> headers) {
        return edge.post(RunningEdge.ADDRESS, body, headers);
    }

    private static List<String> signed(byte[] body) {
        return Signing.body(RunningEdge.SECRET, body);
    }

    private static List<String> standard(String id, Instant at, byte[] body) {
        return Signing.standard(RunningEdge.SECRET, id, at, body);
    }

    private static byte[] padded(int length) {
        String head = "{\"event_type\":\"ping\",\"payload\":{\"filler\":\"";
        return bytes(head + "x".repeat(length - head.length() - 3) + "\"}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
