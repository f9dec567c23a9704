package praxis.processor.consume;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;
import praxis.testkit.KafkaBroker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The broker itself, seen through the look that the processor takes at it. */
class KafkaInboundTopicIT extends RecordLogContract {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static @Nullable KafkaBroker broker;

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker = KafkaBroker.start(directory.resolve("broker"), 0);
    }

    @AfterAll
    static void stopBroker() {
        Objects.requireNonNull(broker).close();
    }

    @BeforeEach
    void makeTopics() {
        Objects.requireNonNull(broker).createTopics();
    }

    @AfterEach
    void removeTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            admin.deleteTopics(List.of(Topics.INBOUND)).all().get();
            // Deleted is not gone yet: what the next test appends would go with it.
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(Topics.INBOUND));
        }
    }

    @Override
    protected RecordLog log() {
        return new Look();
    }

    @Override
    protected void append(int partition, ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    record.topic(),
                                    partition,
                                    record.key(),
                                    record.value(),
                                    record.headers()))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", Objects.requireNonNull(broker).bootstrap());
    }

    private static final class Look implements RecordLog {
        private final InboundTopic.Opener opener = KafkaInboundTopic.opener(client());

        @Override
        public Position.TopicId id() {
            try (InboundTopic topic = opener.open()) {
                return topic.id();
            }
        }

        @Override
        public long end(int partition) {
            try (InboundTopic topic = opener.open()) {
                return topic.extent(partition).end();
            }
        }

        @Override
        public Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset) {
            try (InboundTopic topic = opener.open()) {
                return topic.recordAt(partition, offset);
            }
        }
    }
}
