package praxis.sandbox.chaos.traffic;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import praxis.sandbox.chaos.journal.Digest;
import praxis.sandbox.tool.Delivery;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.SignatureScheme;
import praxis.schemas.record.StableIds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/**
 * Appends records as an edge would, for practices whose secrets no edge knows: so that every
 * partition has work, and both processors.
 */
final class TopicDoor implements Door {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int DELIVERY_MILLIS = 2_000;
    private static final int REQUEST_MILLIS = 1_000;

    private final PracticeId practice;
    private final Position.TopicId topic;
    private final InstantSource clock;
    private final Random random;
    private final Producer<byte[], byte[]> producer;

    TopicDoor(
            PracticeId practice,
            String bootstrap,
            Position.TopicId topic,
            InstantSource clock,
            long seed) {
        this.practice = practice;
        this.topic = topic;
        this.clock = clock;
        this.random = new Random(seed);
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                DELIVERY_MILLIS,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                DELIVERY_MILLIS,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                REQUEST_MILLIS),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @Override
    public Handed hand(Delivery delivery) throws InterruptedException {
        try {
            RecordMetadata at = producer.send(record(delivery).toProducerRecord()).get();
            return new Handed.Acknowledged(
                    StableIds.ofEvent(new Position(topic, at.partition(), at.offset())));
        } catch (ExecutionException notAcknowledged) {
            return new Handed.NotYet(PAUSE);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private InboundRecord record(Delivery delivery) {
        byte[] salt = new byte[InboundRecord.SALT_BYTES];
        random.nextBytes(salt);
        return new InboundRecord(
                InboundRecord.Kind.WEBHOOK,
                practice,
                delivery.scheme() == SignatureScheme.STANDARD_WEBHOOKS
                        ? Optional.of(delivery.id())
                        : Optional.empty(),
                delivery.scheme().wireName(),
                "chaos",
                clock.instant(),
                Bytes.of(salt),
                Bytes.of(Digest.of(delivery.body().toArray())),
                delivery.backfill(),
                Optional.empty(),
                delivery.body());
    }
}
