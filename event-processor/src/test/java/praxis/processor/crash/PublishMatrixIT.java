package praxis.processor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.apply.JdbiBookingStore;
import praxis.processor.apply.JdbiOutbox;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Handled;
import praxis.processor.publish.KafkaCourier;
import praxis.processor.publish.OutboxPublisher;
import praxis.processor.publish.ProducerSettings;
import praxis.processor.rebuild.FoldedLog;
import praxis.processor.testbed.OutgoingTopics;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.Topics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A batch of all kinds of records, and each point from its first statement to the note that it is
 * published: the process ends there, and another one goes on.
 */
class PublishMatrixIT {
    private static final int PARTITION = 0;
    private static final PracticeId PRACTICE = new PracticeId("lindenhof");

    @TempDir static Path directory;
    private static FoldedLog log;
    private static OutgoingTopics topics;
    private static KafkaConsumer<byte[], byte[]> consumer;
    private static Jdbi database;
    private static KafkaCourier courier;

    private final List<Producer<byte[], byte[]>> mortals = new CopyOnWriteArrayList<>();
    private int numbers;

    @BeforeAll
    static void start() {
        log = new FoldedLog(directory, List.of(), 1);
        topics = new OutgoingTopics(log.bootstrap());
        topics.create();
        database = Jdbi.create(log::connect);
        courier = new KafkaCourier(PublishMatrixIT::producer);
        consumer = log.consumer();
        List<TopicPartition> only = List.of(new TopicPartition(Topics.INBOUND, PARTITION));
        consumer.assign(only);
        consumer.seekToBeginning(only);
    }

    @AfterAll
    static void stop() {
        courier.close();
        consumer.close();
        log.close();
    }

    @Test
    void tellsEverythingAndInOrderWhereverItEnds(TestReporter reporter) {
        Set<String> points = new LinkedHashSet<>();
        // Which answers come before which sends is for the broker to say: told once, all are known.
        Life whole = Life.untilTheEnd();
        List<ConsumerRecord<byte[], byte[]>> records = come();
        whole.spend(() -> handleAndPublish(whole, records));
        points.addAll(whole.passed());

        points.forEach(this::endAt);

        topics.assertTold(log.texts(OutgoingTopics.ANNOUNCED));
        assertThat(points)
                .contains("before commit", "after commit", "before send 1", "before answer 1")
                .anyMatch(point -> point.startsWith("after insert into ledger.outbox_progress"));
        long told = topics.told().size();
        int announced = log.texts(OutgoingTopics.ANNOUNCED).size();
        // It would be strange if nothing ever had to be said twice.
        assertThat(told).isGreaterThan(announced);
        reporter.publishEntry(
                "%d ends, %d announcements, %d messages".formatted(points.size(), announced, told));
    }

    private void endAt(String point) {
        List<ConsumerRecord<byte[], byte[]>> records = come();
        Life life = Life.until(point);
        assertThat(life.spend(() -> handleAndPublish(life, records))).as(point).isTrue();
        bury();

        long first = records.getFirst().offset();
        JdbiBookingStore survivor = new JdbiBookingStore(database);
        if (survivor.progress(PARTITION).orElseThrow().nextOffset() == first) {
            handle(survivor, records);
        }
        assertThat(new OutboxPublisher(new JdbiOutbox(database), courier).publish(PARTITION))
                .satisfies(outcome -> assertThat(outcome.failure()).isEmpty());
        assertThat(new JdbiOutbox(database).waiting(PARTITION, 1)).as(point).isEmpty();
    }

    private void handleAndPublish(Life life, List<ConsumerRecord<byte[], byte[]>> records) {
        Jdbi mortal = life.at(log::connect);
        handle(new JdbiBookingStore(mortal), records);
        try (KafkaCourier dying =
                new KafkaCourier(() -> WatchedProducer.around(mortalProducer(), life))) {
            new OutboxPublisher(new JdbiOutbox(mortal), dying).publish(PARTITION);
        }
    }

    private Producer<byte[], byte[]> mortalProducer() {
        Producer<byte[], byte[]> producer = producer();
        mortals.add(producer);
        return producer;
    }

    /** Not waited for: where the thread that sends came to its end, this never does. */
    private void bury() {
        mortals.forEach(producer -> Thread.ofVirtual().start(() -> producer.close(Duration.ZERO)));
        mortals.clear();
    }

    private static Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                ProducerSettings.publishing(Map.of("bootstrap.servers", log.bootstrap())));
    }

    /** One of each kind that announces something, and of each that does not. */
    private List<ConsumerRecord<byte[], byte[]>> come() {
        int number = numbers++;
        handle(
                new JdbiBookingStore(database),
                throughTheTopic(Kind.beforeAll(PARTITION, PRACTICE, number)));
        return throughTheTopic(Kind.all(PARTITION, PRACTICE, number, new KnownIds(log::texts)));
    }

    private static List<ConsumerRecord<byte[], byte[]>> throughTheTopic(
            List<ConsumerRecord<byte[], byte[]>> records) {
        log.append(records);
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        while (read.size() < records.size()) {
            consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
        }
        return read;
    }

    private static void handle(
            JdbiBookingStore store, List<ConsumerRecord<byte[], byte[]>> records) {
        Handled handled =
                new BatchHandler(store, FoldedLog.DECODER, _ -> {})
                        .handle(log.topic(), PARTITION, records);
        assertThat(handled).isInstanceOf(Handled.Committed.class);
    }
}
