package praxis.sandbox.bench.traffic;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.SignatureScheme;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Puts records onto the inbound topic as an edge would, many at a time. */
public final class Prefill implements AutoCloseable {
    private static final String FINGERPRINT = "bench";
    private static final int BATCH_BYTES = 512 * 1024;
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final Random random = new Random(1);
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    public Prefill(String bootstrap, InstantSource clock) {
        this.clock = clock;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                20,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                BATCH_BYTES,
                                ProducerConfig.BUFFER_MEMORY_CONFIG,
                                BUFFER_BYTES));
    }

    /** One practice and what its tool sends. */
    public record Sender(PracticeId practice, Events traffic) {}

    /** Returns when the broker has acknowledged all of them; the senders take turns. */
    public void send(List<Sender> senders, int records) {
        for (int i = 0; i < records; i++) {
            Sender sender = senders.get(i % senders.size());
            InboundRecord record = record(sender.practice(), sender.traffic().next());
            var _ =
                    producer.send(
                            record.toProducerRecord(),
                            (acknowledged, failure) -> {
                                if (failure != null) {
                                    failed.set(failure);
                                }
                            });
        }
        producer.flush();
        Exception failure = failed.get();
        if (failure != null) {
            throw new IllegalStateException("the topic could not be filled", failure);
        }
    }

    private InboundRecord record(PracticeId practice, BenchEvent event) {
        byte[] salt = new byte[InboundRecord.SALT_BYTES];
        random.nextBytes(salt);
        return new InboundRecord(
                InboundRecord.Kind.WEBHOOK,
                practice,
                event.scheme() == SignatureScheme.STANDARD_WEBHOOKS
                        ? Optional.of(event.id())
                        : Optional.empty(),
                event.scheme().wireName(),
                FINGERPRINT,
                clock.instant(),
                Bytes.of(salt),
                Bytes.of(sha256(event.body().toArray())),
                false,
                Optional.empty(),
                event.body());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
