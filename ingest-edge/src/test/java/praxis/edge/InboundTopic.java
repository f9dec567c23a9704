package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.Topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Reads what stands on the inbound topic. */
final class InboundTopic implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions =
            IntStream.range(0, Topics.INBOUND_PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.INBOUND, partition))
                    .toList();

    InboundTopic(String bootstrap) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** The topic's id, as the broker tells it to anybody. */
    TopicId id(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            String id =
                    admin.describeTopics(List.of(Topics.INBOUND))
                            .allTopicNames()
                            .get()
                            .values()
                            .iterator()
                            .next()
                            .topicId()
                            .toString();
            return new TopicId(id);
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What was appended since the last call. */
    List<ConsumerRecord<byte[], byte[]>> news() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> news = new ArrayList<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(news::add);
        }
        return news;
    }

    /** The one that was, and no more. */
    ConsumerRecord<byte[], byte[]> onlyNews() {
        List<ConsumerRecord<byte[], byte[]>> news = news();
        assertThat(news).hasSize(1);
        return news.getFirst();
    }

    InboundRecord onlyRecord() {
        return read(onlyNews());
    }

    static InboundRecord read(ConsumerRecord<byte[], byte[]> found) {
        return ((InboundRecord.Reading.Valid) InboundRecord.read(found.value(), found.headers()))
                .record();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
