package praxis.processor.testbed;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

import praxis.schemas.record.TopicSettings;
import praxis.schemas.record.Topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Writes to the inbound topic, and does to it what must never happen. */
public final class InboundTraffic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;

    /** Sends nothing before it is told to. */
    private final KafkaProducer<byte[], byte[]> together;

    public InboundTraffic(String bootstrap) {
        this.bootstrap = bootstrap;
        producer = producer(Map.of("bootstrap.servers", bootstrap, "linger.ms", 0));
        together =
                producer(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "linger.ms",
                                60_000,
                                "batch.size",
                                1 << 20));
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when the broker has them all. */
    public void send(int partition, String... values) {
        List<Future<?>> sent = new ArrayList<>();
        for (String value : values) {
            sent.add(producer.send(record(partition, value)));
        }
        for (Future<?> each : sent) {
            await(each);
        }
    }

    /**
     * Returns when the broker has them all; those of a partition come as one batch, in order.
     *
     * @param records that tell their partition
     */
    public void append(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Future<?>> sent = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            sent.add(
                    together.send(
                            new ProducerRecord<>(
                                    Topics.INBOUND,
                                    record.partition(),
                                    record.timestamp(),
                                    record.key(),
                                    record.value(),
                                    record.headers())));
        }
        together.flush();
        sent.forEach(InboundTraffic::await);
    }

    /** What retention does: everything below {@code begin} is gone. */
    public void forget(int partition, long begin) {
        try (Admin admin = admin()) {
            await(
                    admin.deleteRecords(
                                    Map.of(
                                            new TopicPartition(Topics.INBOUND, partition),
                                            RecordsToDelete.beforeOffset(begin)))
                            .all());
        }
    }

    /** Returns when they are gone. */
    public void deleteTopics() {
        try (Admin admin = admin()) {
            List<String> ours =
                    await(admin.listTopics().names()).stream()
                            .filter(name -> name.startsWith("booking."))
                            .toList();
            await(admin.deleteTopics(ours).all());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    await(admin.listTopics().names()).stream()
                                            .noneMatch(ours::contains));
        }
    }

    public void createInbound(int partitions) {
        NewTopic standard =
                TopicSettings.all(TopicSettings.Durability.ONE_BROKER).stream()
                        .filter(topic -> topic.name().equals(Topics.INBOUND))
                        .findAny()
                        .orElseThrow();
        NewTopic inbound =
                new NewTopic(Topics.INBOUND, Optional.of(partitions), Optional.of((short) 1))
                        .configs(standard.configs());
        try (Admin admin = admin()) {
            await(admin.createTopics(List.of(inbound)).all());
        }
    }

    /** Ends a transaction on the partition, which takes an offset and leaves no record there. */
    public void leaveGap(int partition) {
        long before = end(partition);
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "not-one-of-us");
        try (var transactional =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            await(transactional.send(record(partition, "inside a transaction")));
            transactional.commitTransaction();
        }
        // The mark of its end is written after the answer.
        Awaitility.await().atMost(PATIENCE).until(() -> end(partition) == before + 2);
    }

    public void commit(String group, int partition, long offset) {
        try (Admin admin = admin()) {
            await(
                    admin.alterConsumerGroupOffsets(
                                    group,
                                    Map.of(
                                            new TopicPartition(Topics.INBOUND, partition),
                                            new OffsetAndMetadata(offset)))
                            .all());
        }
    }

    private long end(int partition) {
        TopicPartition of = new TopicPartition(Topics.INBOUND, partition);
        try (Admin admin = admin()) {
            return await(admin.listOffsets(Map.of(of, OffsetSpec.latest())).partitionResult(of))
                    .offset();
        }
    }

    /** What the group has committed for the partition. */
    public Optional<Long> committed(String group, int partition) {
        try (Admin admin = admin()) {
            return Optional.ofNullable(
                            await(
                                            admin.listConsumerGroupOffsets(group)
                                                    .partitionsToOffsetAndMetadata())
                                    .get(new TopicPartition(Topics.INBOUND, partition)))
                    .map(OffsetAndMetadata::offset);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(int partition, String value) {
        return new ProducerRecord<>(
                Topics.INBOUND,
                partition,
                "default".getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
        together.close();
    }
}
