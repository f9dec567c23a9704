package praxis.processor.consume;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A look at the topic through clients of its own, which belong to no group. */
final class KafkaInboundTopic implements InboundTopic {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Position.TopicId id;

    private KafkaInboundTopic(Consumer<byte[], byte[]> consumer, Position.TopicId id) {
        this.consumer = consumer;
        this.id = id;
    }

    static Opener opener(Map<String, Object> clientConfig) {
        return () -> {
            Position.TopicId id = ask(clientConfig);
            return new KafkaInboundTopic(
                    new KafkaConsumer<>(ClientSettings.lookingUp(clientConfig)), id);
        };
    }

    private static Position.TopicId ask(Map<String, Object> clientConfig) {
        try (Admin admin = Admin.create(ClientSettings.asking(clientConfig))) {
            return new Position.TopicId(
                    only(admin.describeTopics(List.of(Topics.INBOUND)).allTopicNames().get())
                            .topicId()
                            .toString());
        } catch (ExecutionException failed) {
            throw new KafkaException("the topic's id cannot be had", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for the topic's id", interrupted);
        }
    }

    @Override
    public Position.TopicId id() {
        return id;
    }

    @Override
    public Extent extent(int partition) {
        TopicPartition of = new TopicPartition(Topics.INBOUND, partition);
        consumer.assign(List.of(of));
        return new Extent(
                only(consumer.beginningOffsets(List.of(of), PATIENCE)),
                only(consumer.endOffsets(List.of(of), PATIENCE)));
    }

    @Override
    public Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset) {
        TopicPartition of = new TopicPartition(Topics.INBOUND, partition);
        consumer.assign(List.of(of));
        consumer.seek(of, offset);
        ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
        // A poll also ends when it went past something that is no record, such as the end mark of
        // somebody's transaction.
        if (records.isEmpty() && consumer.position(of, PATIENCE) == offset) {
            throw new TimeoutException("the topic holds a record that it does not hand out");
        }
        return records.records(of).stream().filter(record -> record.offset() == offset).findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static <T> T only(Map<?, T> answers) {
        return answers.values().iterator().next();
    }
}
