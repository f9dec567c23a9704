package praxis.sandbox.bench.floor;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import praxis.sandbox.bench.ground.Ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The least that is a pipe: a record is produced, polled and becomes one row in a transaction of
 * its own, with a topic and a database as durable as the real ones.
 */
public final class BarePipe implements AutoCloseable {
    private static final String TOPIC = "bench.bare.v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final String TABLE =
            "create table bench_bare_pipe (id text primary key, body text not null)";
    private static final String INSERT = "insert into bench_bare_pipe (id, body) values (?, ?)";
    private static final short ALONE = 1;

    private final Producer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Connection connection;
    private final Thread thread;

    private BarePipe(
            Producer<String, String> producer,
            KafkaConsumer<String, String> consumer,
            Connection connection) {
        this.producer = producer;
        this.consumer = consumer;
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("bare-pipe").unstarted(this::run);
    }

    public static BarePipe start(Ground ground) throws SQLException, InterruptedException {
        createTopic(ground.kafkaBootstrap());
        Connection connection = ground.database();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        connection.setAutoCommit(false);
        BarePipe pipe =
                new BarePipe(
                        new KafkaProducer<>(producerSettings(ground.kafkaBootstrap())),
                        new KafkaConsumer<>(consumerSettings(ground.kafkaBootstrap())),
                        connection);
        pipe.consumer.assign(List.of(PARTITION));
        pipe.consumer.seekToBeginning(List.of(PARTITION));
        pipe.thread.start();
        return pipe;
    }

    /** The statement that finds a row by its id. */
    public static String lookUp() {
        return "select 1 from bench_bare_pipe where id = ?";
    }

    /** Returns when the broker has acknowledged. */
    public void send(String id, String body) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(TOPIC, id, body)).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the bare pipe cannot send", failed);
        }
    }

    private void run() {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (true) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    insert.setString(1, record.key());
                    insert.setString(2, record.value());
                    insert.executeUpdate();
                    connection.commit();
                }
            }
        } catch (WakeupException end) {
            consumer.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("the bare pipe cannot write", failed);
        }
    }

    private static void createTopic(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            NewTopic topic =
                    new NewTopic(TOPIC, Optional.of(1), Optional.of(ALONE))
                            .configs(Map.of("flush.messages", "1"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the bare pipe has no topic", failed);
        }
    }

    private static Map<String, Object> producerSettings(String bootstrap) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0);
    }

    private static Map<String, Object> consumerSettings(String bootstrap) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1);
    }

    @Override
    public void close() throws SQLException {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        connection.close();
    }
}
