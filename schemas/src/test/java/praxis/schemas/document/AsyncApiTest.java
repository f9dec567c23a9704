package praxis.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.InboundRecord.HeaderNames;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.SignatureScheme;
import praxis.schemas.record.TopicSettings;
import praxis.schemas.record.Topics;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class AsyncApiTest {
    @Test
    void namesExactlyTheTopicsOfTheCode() {
        List<String> addresses =
                AsyncApi.document()
                        .path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").textValue())
                        .toList();

        assertThat(addresses)
                .filteredOn(address -> !address.startsWith("/"))
                .containsExactlyInAnyOrderElementsOf(AsyncApi.constants(Topics.class));
        assertThat(addresses)
                .filteredOn(address -> address.startsWith("/"))
                .containsExactly("/api/webhooks/booking", "/api/webhooks/booking/{practice}");
    }

    @Test
    void namesExactlyTheHeadersOfTheCode() {
        JsonNode headers = inboundHeaders();

        assertThat(AsyncApi.names(headers.path("properties")))
                .containsExactlyElementsOf(AsyncApi.constants(HeaderNames.class));
        assertThat(AsyncApi.texts(headers.path("required")))
                .containsExactlyElementsOf(headersOfBarestRecord());
    }

    @Test
    void namesTheValuesThatHeadersTake() {
        JsonNode headers = inboundHeaders().path("properties");

        assertThat(AsyncApi.texts(headers.path(HeaderNames.KIND).path("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(InboundRecord.Kind.values())
                                .map(InboundRecord.Kind::wireName)
                                .toList());
        assertThat(AsyncApi.texts(headers.path(HeaderNames.SCHEME).path("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(SignatureScheme.values())
                                .map(SignatureScheme::wireName)
                                .toList());
        assertThat(headers.path(HeaderNames.TOPIC).path("const").textValue())
                .isEqualTo(Topics.INBOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Topics.INBOUND, Topics.ENDPOINTS, Topics.NEEDS_REVIEW, Topics.DEAD_LETTER})
    void everyTopicIsKeyedByPractice(String topic) {
        JsonNode message = AsyncApi.only(AsyncApi.channel(topic).path("messages"));
        String pattern =
                AsyncApi.resolved(message.path("bindings")).at("/kafka/key/pattern").textValue();

        for (String id : List.of("default", "a", "0-", "-a", "A", "", "a.b", "x".repeat(64))) {
            assertThat(id.matches(pattern)).as(id).isEqualTo(PracticeId.isValid(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INBOUND, Topics.NEEDS_REVIEW, Topics.DEAD_LETTER})
    void tellsHowTopicsAreMade(String topic) {
        JsonNode told = AsyncApi.channel(topic).at("/bindings/kafka");
        NewTopic made =
                TopicSettings.all(TopicSettings.Durability.THREE_BROKERS).stream()
                        .filter(each -> each.name().equals(topic))
                        .findAny()
                        .orElseThrow();

        assertThat(told.path("partitions").intValue()).isEqualTo(made.numPartitions());
        assertThat(made.configs())
                .containsEntry("retention.ms", told.at("/topicConfiguration/retention.ms").asText())
                .containsEntry(
                        "retention.bytes", told.at("/topicConfiguration/retention.bytes").asText())
                .containsEntry("cleanup.policy", "delete");
        assertThat(AsyncApi.texts(told.at("/topicConfiguration/cleanup.policy")))
                .containsExactly("delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/webhooks/booking", "/api/webhooks/booking/{practice}"})
    void takesEveryEventTypeUnderItsSchema(String address) {
        List<JsonNode> messages =
                AsyncApi.channel(address)
                        .path("messages")
                        .valueStream()
                        .map(AsyncApi::resolved)
                        .toList();

        assertThat(messages)
                .extracting(message -> message.path("name").textValue())
                .containsExactlyElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::wireName).toList());
        assertThat(messages)
                .allSatisfy(
                        message ->
                                assertThat(schemaOf(message))
                                        .isEqualTo(
                                                Schemas.ofEvent(message.path("name").textValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.NEEDS_REVIEW, Topics.DEAD_LETTER})
    void outgoingTopicsHaveTheirSchemas(String topic) {
        JsonNode message = AsyncApi.only(AsyncApi.channel(topic).path("messages"));

        assertThat(schemaOf(message)).isEqualTo(Schemas.ofTopic(topic));
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(AsyncApi.references())
                .allSatisfy(
                        reference -> {
                            String to = reference.textValue();
                            if (to.startsWith("#")) {
                                assertThat(AsyncApi.document().at(to.substring(1)).isMissingNode())
                                        .as(to)
                                        .isFalse();
                            } else {
                                assertThat(AsyncApi.class.getResource(to.substring(1)))
                                        .as(to)
                                        .isNotNull();
                            }
                        });
    }

    private static String schemaOf(JsonNode message) {
        return message.at("/payload/schema/$ref").textValue().replace("./schema/", "");
    }

    private static JsonNode inboundHeaders() {
        return AsyncApi.only(AsyncApi.channel(Topics.INBOUND).path("messages")).path("headers");
    }

    private static List<String> headersOfBarestRecord() {
        InboundRecord record =
                new InboundRecord(
                        InboundRecord.Kind.WEBHOOK,
                        PracticeId.DEFAULT,
                        Optional.empty(),
                        SignatureScheme.BODY.wireName(),
                        "fingerprint",
                        Instant.EPOCH,
                        Bytes.of(new byte[InboundRecord.SALT_BYTES]),
                        Bytes.of(new byte[InboundRecord.SHA256_BYTES]),
                        false,
                        Optional.empty(),
                        Bytes.of(new byte[0]));
        return Arrays.stream(record.toProducerRecord().headers().toArray())
                .map(Header::key)
                .toList();
    }
}
