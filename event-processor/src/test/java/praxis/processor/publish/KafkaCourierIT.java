package praxis.processor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.processor.apply.MemoryOutbox;
import praxis.processor.model.Announcement;
import praxis.processor.model.OutboxRow;
import praxis.processor.model.OutboxRow.Place;
import praxis.processor.publish.OutboxPublisher.Outcome;
import praxis.processor.testbed.InboundTraffic;
import praxis.processor.testbed.OutgoingTopics;
import praxis.processor.testbed.OutgoingTopics.Told;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.StableIds;
import praxis.schemas.record.Topics;
import praxis.testkit.FreePorts;
import praxis.testkit.KafkaBroker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of announcements when the broker takes some of them and refuses others. */
class KafkaCourierIT {
    private static final int PLENTY = 1_000_000;

    /** A producer cannot divide a batch that is refused into smaller ones than it makes itself. */
    private static final int MORE_THAN_A_BATCH = 20_000;

    private static final int LETTERS = 26;
    private static final int SENDS_OF_A_SHORT_LIFE = 777;

    @TempDir static Path directory;
    private static KafkaBroker broker;

    private OutgoingTopics topics = new OutgoingTopics("");

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start(directory.resolve("kafka"), FreePorts.next());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void emptyTopics() {
        try (InboundTraffic traffic = new InboundTraffic(broker.bootstrap())) {
            traffic.deleteTopics();
        }
        topics = new OutgoingTopics(broker.bootstrap());
        topics.create();
    }

    @Test
    void sendsNothingPastWhatTheBrokerRefuses() {
        int large = 7;
        List<OutboxRow> rows = rows(0, 40, large);
        allow(MORE_THAN_A_BATCH);
        try (KafkaCourier courier = new KafkaCourier(KafkaCourierIT::producer)) {
            Courier.Delivery refused = courier.deliver(rows);

            assertThat(refused.failure()).containsInstanceOf(RecordTooLargeException.class);
            assertThat(refused.acknowledged()).isLessThanOrEqualTo(large);
            assertThat(topics.told())
                    .hasSizeLessThanOrEqualTo(large)
                    .extracting(Told::id)
                    .containsExactlyElementsOf(ids(rows.subList(0, topics.told().size())));

            allow(PLENTY);
            assertThat(courier.deliver(rows.subList(refused.acknowledged(), 40)).failure())
                    .isEmpty();
            assertThat(topics.told().stream().map(Told::id).distinct())
                    .containsExactlyElementsOf(ids(rows));
        }
    }

    @Test
    void fightsForTheSameRowsWithoutMixingThemUp() throws InterruptedException {
        int count = 3_000;
        MemoryOutbox outbox = new MemoryOutbox(InstantSource.system());
        rows(0, count, -1).forEach(outbox::add);
        AtomicInteger failures = new AtomicInteger();
        List<Thread> publishers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            publishers.add(Thread.ofPlatform().start(() -> publishAll(outbox, failures)));
        }
        for (Thread publisher : publishers) {
            publisher.join();
        }

        List<Told> told = topics.told();
        assertThat(told.stream().map(Told::id).distinct())
                .containsExactlyElementsOf(ids(rows(0, count, -1)));
        assertThat(failures).hasPositiveValue();
    }

    @Test
    void waitsForBrokerThatIsAway() {
        List<OutboxRow> rows = rows(0, 3, -1);
        Map<String, Object> nobody =
                ProducerSettings.publishing(
                        Map.of("bootstrap.servers", "127.0.0.1:" + FreePorts.next()));
        nobody.put("max.block.ms", 200);
        AtomicInteger tries = new AtomicInteger();
        try (KafkaCourier courier =
                new KafkaCourier(
                        () ->
                                tries.getAndIncrement() == 0
                                        ? new KafkaProducer<>(nobody)
                                        : producer())) {
            Courier.Delivery first = courier.deliver(rows);
            assertThat(first.acknowledged()).isZero();
            assertThat(first.failure()).isPresent();

            assertThat(courier.deliver(rows)).isEqualTo(new Courier.Delivery(3, Optional.empty()));
        }
    }

    /** With producers that end in the middle of what they are given. */
    private static void publishAll(MemoryOutbox outbox, AtomicInteger failures) {
        try (KafkaCourier courier = new KafkaCourier(() -> shortLived(producer()))) {
            OutboxPublisher publisher = new OutboxPublisher(outbox, courier);
            Outcome outcome;
            do {
                outcome = publisher.publish(0);
                outcome.failure().ifPresent(_ -> failures.incrementAndGet());
            } while (outcome.mayBeMore() || outcome.failure().isPresent());
        }
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> shortLived(Producer<byte[], byte[]> real) {
        AtomicInteger sends = new AtomicInteger();
        return (Producer<byte[], byte[]>)
                Proxy.newProxyInstance(
                        KafkaCourierIT.class.getClassLoader(),
                        List.of(Producer.class).toArray(new Class<?>[0]),
                        (_, method, arguments) -> {
                            if (sends.incrementAndGet() == SENDS_OF_A_SHORT_LIFE) {
                                real.close(Duration.ZERO);
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }

    private static Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                ProducerSettings.publishing(Map.of("bootstrap.servers", broker.bootstrap())));
    }

    private static List<OutboxRow> rows(int first, int count, int large) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> row(number, number == large))
                .toList();
    }

    private static OutboxRow row(int number, boolean large) {
        String id = StableIds.of("row", Integer.toString(number)).toString();
        String fields =
                IntStream.range(0, large ? LETTERS * LETTERS : 0)
                        .mapToObj(
                                each ->
                                        "{\"name\":\"field_%c%c\",\"problem\":\"missing\"}"
                                                .formatted(
                                                        'a' + each / LETTERS, 'a' + each % LETTERS))
                        .collect(Collectors.joining(","));
        return new OutboxRow(
                new Place(0, number, 0),
                Optional.of(PracticeId.DEFAULT),
                Instant.EPOCH.plusMillis(number),
                new Announcement(
                        StableIds.of("announcement", id),
                        Announcement.Topic.DEAD_LETTER,
                        "event.failed",
                        """
                        {"event_id":"%s","event_type":null,"received_at":"2026-03-02T09:00:00Z",\
                        "reason":"malformed","fields":[%s]}\
                        """
                                .formatted(id, fields)));
    }

    private static List<String> ids(List<OutboxRow> rows) {
        return rows.stream().map(row -> row.announcement().id().toString()).toList();
    }

    /** How large a message may be. */
    private static void allow(int bytes) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DEAD_LETTER);
        String name = "max.message.bytes";
        String value = Integer.toString(bytes);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            InboundTraffic.await(
                    admin.incrementalAlterConfigs(
                                    Map.of(
                                            topic,
                                            List.of(
                                                    new AlterConfigOp(
                                                            new ConfigEntry(name, value),
                                                            OpType.SET))))
                            .all());
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    InboundTraffic.await(
                                                    admin.describeConfigs(List.of(topic)).all())
                                            .values()
                                            .iterator()
                                            .next()
                                            .get(name)
                                            .value()
                                            .equals(value));
        }
    }
}
