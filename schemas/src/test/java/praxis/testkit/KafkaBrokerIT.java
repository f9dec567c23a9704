package praxis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.schemas.record.Topics;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

class KafkaBrokerIT {
    private static final TopicPartition FIRST = new TopicPartition(Topics.INBOUND, 0);
    private static final int SECONDS_TO_READ = 30;

    @TempDir Path directory;

    @Test
    void keepsRecordsAndTopicsOverStopAndStart() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory, 0)) {
            broker.createTopics();
            append(broker, "first");
        }
        try (KafkaBroker broker = KafkaBroker.start(directory, 0)) {
            broker.createTopics();
            append(broker, "second");
            assertThat(read(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void makesInboundTopicThatForgetsNothingTooEarly() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            broker.createTopics();

            assertThat(admin.listTopics().names().get())
                    .isEqualTo(
                            Set.of(
                                    Topics.INBOUND,
                                    Topics.ENDPOINTS,
                                    Topics.NEEDS_REVIEW,
                                    Topics.DEAD_LETTER));
            assertThat(admin.describeTopics(List.of(Topics.INBOUND)).allTopicNames().get().values())
                    .extracting(topic -> topic.partitions().size())
                    .containsExactly(Topics.INBOUND_PARTITIONS);
            Config config = config(admin, Topics.INBOUND);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(config.get("flush.messages").value()).isEqualTo("1");
            assertThat(config(admin, Topics.ENDPOINTS).get("cleanup.policy").value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void sendsClientsToThePortItIsToldToAdvertise() throws Exception {
        int port = FreePorts.next();
        try (ServerSocket advertised = new ServerSocket(0);
                KafkaBroker broker =
                        KafkaBroker.startMortal(
                                directory, port, advertised.getLocalPort(), Duration.ofSeconds(9));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(broker.port()).isEqualTo(port);
            advertised.setSoTimeout(SECONDS_TO_READ * 1_000);
            var _ = admin.listTopics();
            assertThat(advertised.accept().isConnected()).isTrue();
            // Nobody will answer it there.
            admin.close(Duration.ZERO);
        }
    }

    private static Config config(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
    }

    private static void append(KafkaBroker broker, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrap());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.INBOUND, 0, "default", value)).get();
        }
    }

    private static List<String> read(KafkaBroker broker, int count) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrap(), "max.poll.records", count);
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(FIRST));
            consumer.seekToBeginning(List.of(FIRST));
            return consumer.poll(Duration.ofSeconds(SECONDS_TO_READ)).records(FIRST).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
