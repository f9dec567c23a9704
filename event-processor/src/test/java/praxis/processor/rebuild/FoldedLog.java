package praxis.processor.rebuild;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

import praxis.processor.apply.Database;
import praxis.processor.apply.InstallationStore;
import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.testbed.Machines;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.Topics;
import praxis.testkit.KafkaBroker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A real topic, folded into a real database by the real handler. */
final class FoldedLog implements AutoCloseable {
    private static final int PARTITION = 0;
    private static final RecordDecoder DECODER =
            new RecordDecoder(new IdentityDigests(new byte[32]));

    private final KafkaBroker broker;
    private final Machines machines;
    private final Database database;
    private final TopicId topic;

    FoldedLog(Path directory, List<ConsumerRecord<byte[], byte[]>> records, int batch) {
        machines = Machines.start(directory);
        machines.reset();
        broker = KafkaBroker.start(directory.resolve("log"), 0);
        broker.createTopics();
        Flyway.configure()
                .dataSource(machines.jdbcUrl(), "praxis_migrator", Machines.PASSWORD)
                .initSql("set role praxis_owner")
                .locations("classpath:db/migration")
                .defaultSchema("migrations")
                .load()
                .migrate();
        database = Database.at(machines.jdbcUrl(), "praxis_processor", Machines.PASSWORD);
        try {
            topic = topicId();
            append(records);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        new InstallationStore(database.jdbi())
                .remember(new InstallationStore.Source(topic, Topics.INBOUND_PARTITIONS));
        fold(batch);
    }

    private TopicId topicId() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            return new TopicId(
                    admin.describeTopics(List.of(Topics.INBOUND))
                            .allTopicNames()
                            .get()
                            .values()
                            .iterator()
                            .next()
                            .topicId()
                            .toString());
        }
    }

    private void append(List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                producer.send(
                                new ProducerRecord<>(
                                        Topics.INBOUND,
                                        PARTITION,
                                        record.timestamp(),
                                        record.key(),
                                        record.value(),
                                        record.headers()))
                        .get();
            }
        }
    }

    private void fold(int batch) {
        JdbiBookingStore store = new JdbiBookingStore(database.jdbi());
        for (int partition = 0; partition < Topics.INBOUND_PARTITIONS; partition++) {
            store.begin(partition);
        }
        BatchHandler handler = new BatchHandler(store, DECODER, _ -> {});
        List<ConsumerRecord<byte[], byte[]>> records = onTopic();
        for (int from = 0; from < records.size(); from += batch) {
            handler.handle(
                    topic,
                    PARTITION,
                    records.subList(from, Math.min(from + batch, records.size())));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> onTopic() {
        TopicPartition partition = new TopicPartition(Topics.INBOUND, PARTITION);
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (read.size() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
        }
        return read;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                client(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrap());
    }

    Verification.Report verify() {
        return new Verification(
                        Jdbi.create(machines.jdbcUrl(), "praxis_processor", Machines.PASSWORD),
                        this::consumer,
                        DECODER)
                .run();
    }

    /** As a superuser who knows how to get past the triggers. */
    void forge(String sql) {
        machines.execute(
                """
                alter table ledger.event_log disable trigger all;
                alter table ledger.log_roots disable trigger all;
                alter table ledger.event_payloads disable trigger all;
                """
                        + sql);
    }

    @Override
    public void close() {
        database.close();
        broker.close();
        machines.close();
    }
}
