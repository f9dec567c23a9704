package praxis.processor.rebuild;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

import praxis.processor.apply.Database;
import praxis.processor.apply.InstallationStore;
import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.handle.Arrivals;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.Machines;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.Topics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A real topic, folded into a real database by the real handler. */
public final class FoldedLog implements AutoCloseable {
    static final Bytes MAIN_KEY = Bytes.of(new byte[32]);

    public static final RecordDecoder DECODER =
            new RecordDecoder(
                    new IdentityDigests(MAIN_KEY.toArray()),
                    Optional.of(new CommandSeal(Arrivals.COMMAND_KEY.toArray())));

    private final Machines machines;
    private final InboundTraffic traffic;
    private final TopicId topic;
    private Database database;

    /** Of records that tell their partition. */
    public FoldedLog(Path directory, List<ConsumerRecord<byte[], byte[]>> records, int batch) {
        machines = Machines.start(directory);
        machines.reset();
        traffic = new InboundTraffic(machines.bootstrap());
        traffic.createInbound(Topics.INBOUND_PARTITIONS);
        traffic.append(records);
        topic = topicId();
        database = migrated();
        fold(batch, Long.MAX_VALUE);
    }

    private Database migrated() {
        Flyway.configure()
                .dataSource(machines.jdbcUrl(), "praxis_migrator", Machines.PASSWORD)
                .initSql("set role praxis_owner")
                .locations("classpath:db/migration")
                .defaultSchema("migrations")
                .load()
                .migrate();
        Database made = Database.at(machines.jdbcUrl(), "praxis_processor", Machines.PASSWORD);
        new InstallationStore(made.jdbi())
                .remember(new InstallationStore.Source(topic, Topics.INBOUND_PARTITIONS));
        return made;
    }

    /** As from a backup: another database, which has come to {@code end} in batches of its own. */
    void restore(int batch, long end) {
        database.close();
        machines.replaceDatabase();
        database = migrated();
        fold(batch, end);
    }

    private TopicId topicId() {
        try (Admin admin = Admin.create(client())) {
            return new TopicId(
                    InboundTraffic.await(
                                    admin.describeTopics(List.of(Topics.INBOUND)).allTopicNames())
                            .values()
                            .iterator()
                            .next()
                            .topicId()
                            .toString());
        }
    }

    /** From where the database stands up to {@code end}, in each partition. */
    void fold(int batch, long end) {
        JdbiBookingStore store = new JdbiBookingStore(database.jdbi());
        BatchHandler handler = new BatchHandler(store, DECODER, _ -> {});
        for (int partition = 0; partition < Topics.INBOUND_PARTITIONS; partition++) {
            store.begin(partition);
            long next = store.progress(partition).orElseThrow().nextOffset();
            List<ConsumerRecord<byte[], byte[]>> records =
                    onTopic(partition).stream()
                            .filter(record -> record.offset() >= next && record.offset() < end)
                            .toList();
            for (int from = 0; from < records.size(); from += batch) {
                handler.handle(
                        topic,
                        partition,
                        records.subList(from, Math.min(from + batch, records.size())));
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> onTopic(int partition) {
        List<TopicPartition> only = List.of(new TopicPartition(Topics.INBOUND, partition));
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(only);
            consumer.seekToBeginning(only);
            long end = consumer.endOffsets(only).values().iterator().next();
            while (consumer.position(only.getFirst()) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
        }
        return read;
    }

    public KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(client());
        // It reads ahead where nothing is, and must not wait for that.
        settings.put("fetch.max.wait.ms", 5);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", machines.bootstrap());
    }

    Verification verification() {
        return new Verification(
                Jdbi.create(machines.jdbcUrl(), "praxis_processor", Machines.PASSWORD),
                this::consumer,
                DECODER);
    }

    public Verification.Report verify() {
        return verification().run();
    }

    public String bootstrap() {
        return machines.bootstrap();
    }

    public TopicId topic() {
        return topic;
    }

    /** What retention does: the topic begins at {@code begin} from now on. */
    void forget(int partition, long begin) {
        traffic.forget(partition, begin);
    }

    Connection superuser() throws SQLException {
        return machines.superuser();
    }

    public List<String> texts(String sql) {
        return machines.texts(sql);
    }

    public void append(List<ConsumerRecord<byte[], byte[]>> records) {
        traffic.append(records);
    }

    /** As the processor reaches the database. */
    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** As the processor connects, without a pool. */
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", "praxis_processor");
        settings.setProperty("password", Machines.PASSWORD);
        settings.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(machines.jdbcUrl(), settings);
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
        traffic.close();
        machines.close();
    }
}
