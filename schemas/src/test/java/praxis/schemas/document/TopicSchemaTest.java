package praxis.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.util.List;

class TopicSchemaTest {
    private static final String ENVELOPE =
            """
            {"specversion":"1.0","id":"0f7c9f51-5f7b-5d7e-8a1c-2f3b9a6f0e11",
             "source":"/praxis/event-processor","time":"2026-03-02T09:00:00.123456Z",
             "subject":"5a1f7a38-8a86-5a0e-9a64-0a4f5a0f6b01",
             "datacontenttype":"application/json","practice":"praxis-am-park"}
            """;
    private static final String OPENED =
            """
            {"review_id":"5a1f7a38-8a86-5a0e-9a64-0a4f5a0f6b01","kind":"EMAIL_MISMATCH",
             "change":"opened","due_at":"2026-03-02T09:00:00.123456Z",
             "event_id":"c2d3b9b1-4a55-5f0d-8f5e-6b6f1ad30f0c"}
            """;
    private static final String FAILED =
            """
            {"event_id":"c2d3b9b1-4a55-5f0d-8f5e-6b6f1ad30f0c","event_type":null,
             "received_at":"2026-03-02T09:00:00.123456Z","reason":"malformed",
             "fields":[{"name":"email","problem":"missing"}]}
            """;

    @Test
    void acceptsReviewItemThatOpens() {
        assertThat(accepts(Topics.NEEDS_REVIEW, message("review.opened", OPENED))).isTrue();
    }

    @Test
    void acceptsRecordThatFailed() {
        assertThat(accepts(Topics.DEAD_LETTER, message("event.failed", FAILED))).isTrue();
    }

    @Test
    void acceptsFailedRecordOfNobodysPractice() {
        ObjectNode failed = message("event.failed", FAILED);
        failed.remove("practice");

        assertThat(accepts(Topics.DEAD_LETTER, failed)).isTrue();
        assertThat(accepts(Topics.NEEDS_REVIEW, failed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.NEEDS_REVIEW, Topics.DEAD_LETTER})
    void acceptsEveryExampleOfTheDocument(String topic) {
        List<JsonNode> examples =
                AsyncApi.only(AsyncApi.channel(topic).path("messages"))
                        .path("examples")
                        .valueStream()
                        .toList();

        assertThat(examples).isNotEmpty();
        assertThat(examples)
                .allSatisfy(
                        example -> assertThat(accepts(topic, example.path("payload"))).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "last_name", "payload", "reason", "candidates"})
    void leavesNoRoomForPersonalValues(String name) {
        ObjectNode opened = message("review.opened", OPENED);
        ObjectNode failed = message("event.failed", FAILED);
        ((ObjectNode) opened.path("data")).put(name, "Zwetschgenbaum");
        ((ObjectNode) failed.path("data")).put(name, "Zwetschgenbaum");

        assertThat(accepts(Topics.NEEDS_REVIEW, opened)).isFalse();
        assertThat(accepts(Topics.DEAD_LETTER, failed)).isFalse();
        assertThat(accepts(Topics.DEAD_LETTER, message("event.failed", FAILED).put(name, "x")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"review_id", "kind", "change", "due_at", "event_id"})
    void needsEverythingThatOpensAnItem(String name) {
        ObjectNode opened = message("review.opened", OPENED);
        ((ObjectNode) opened.path("data")).remove(name);

        assertThat(accepts(Topics.NEEDS_REVIEW, opened)).isFalse();
    }

    @Test
    void takesNoMessageOfTheOtherTopic() {
        assertThat(accepts(Topics.NEEDS_REVIEW, message("event.failed", OPENED))).isFalse();
        assertThat(accepts(Topics.DEAD_LETTER, message("review.opened", FAILED))).isFalse();
    }

    private static boolean accepts(String topic, JsonNode message) {
        return Schemas.accepts(Schemas.ofTopic(topic), message);
    }

    private static ObjectNode message(String type, String data) {
        return ((ObjectNode) parse(ENVELOPE)).put("type", type).set("data", parse(data));
    }

    private static JsonNode parse(String text) {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
