package praxis.processor.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import praxis.schemas.record.TopicSettings;
import praxis.schemas.record.TopicSettings.Durability;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What others hear of us, read as one of them would. */
public final class OutgoingTopics {
    /** The announcements that the database knows, in their order, as {@link Told} are written. */
    public static final String ANNOUNCED =
            """
            select message_id || ' ' || topic || ' ' || coalesce(practice_id, '')
            from ledger.outbox
            order by partition_no, record_offset, ordinal
            """;

    private static final List<String> NAMES = List.of(Topics.NEEDS_REVIEW, Topics.DEAD_LETTER);
    private static final Map<String, JsonSchema> SCHEMAS =
            NAMES.stream().collect(Collectors.toMap(name -> name, OutgoingTopics::schema));

    private final String bootstrap;

    public OutgoingTopics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** A message, and what it says of itself. */
    public record Told(String id, String topic, String practice, String json) {
        /** Which practice's messages on which topic are in order. */
        private String stream() {
            return topic + " " + practice;
        }

        @Override
        public String toString() {
            return id + " " + topic + " " + practice;
        }
    }

    public void create() {
        try (Admin admin = Admin.create(client())) {
            InboundTraffic.await(
                    admin.createTopics(
                                    TopicSettings.all(Durability.ONE_BROKER).stream()
                                            .filter(topic -> NAMES.contains(topic.name()))
                                            .toList())
                            .all());
        }
    }

    /** Everything that stands on the topics; each fits its schema and is a CloudEvent. */
    public List<Told> told() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    NAMES.stream()
                            .flatMap(name -> consumer.partitionsFor(name).stream())
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long left = consumer.endOffsets(all).values().stream().mapToLong(Long::longValue).sum();
            List<Told> told = new ArrayList<>();
            while (told.size() < left) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> told.add(read(record)));
            }
            return told;
        }
    }

    /**
     * All of these arrived, those of a practice in this order when they came first; what came again
     * was the same.
     *
     * @param announced as {@link #ANNOUNCED} gives them
     */
    public void assertTold(List<String> announced) {
        Map<String, Told> first = new LinkedHashMap<>();
        for (Told told : told()) {
            Told known = first.putIfAbsent(told.id(), told);
            assertThat(told.json()).isEqualTo(known == null ? told.json() : known.json());
        }
        assertThat(first.values())
                .extracting(Told::toString)
                .containsExactlyInAnyOrderElementsOf(announced);
        Map<String, List<String>> streams =
                first.values().stream()
                        .filter(told -> !told.practice().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Told::stream,
                                        Collectors.mapping(Told::toString, Collectors.toList())));
        streams.forEach(
                (stream, told) ->
                        assertThat(told)
                                .containsExactlyElementsOf(
                                        announced.stream()
                                                .filter(each -> each.endsWith(" " + stream))
                                                .toList()));
    }

    private static Told read(ConsumerRecord<byte[], byte[]> record) {
        String json = new String(record.value(), StandardCharsets.UTF_8);
        assertThat(
                        Objects.requireNonNull(SCHEMAS.get(record.topic()))
                                .validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
        CloudEvent event =
                KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
        Object practice = event.getExtension("practice");
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        assertThat(key).isEqualTo(practice == null ? "" : practice);
        return new Told(event.getId(), record.topic(), key, json);
    }

    private Map<String, Object> client() {
        return new HashMap<>(Map.of("bootstrap.servers", bootstrap));
    }

    private static JsonSchema schema(String topic) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of("classpath:schema/record/" + topic + ".json"),
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
