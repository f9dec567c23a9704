package praxis.processor.rebuild;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import praxis.schemas.record.Topics;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Reads one partition of the topic from its beginning, record by record, up to an end. */
final class TopicReader {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final long beginning;
    private final Queue<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private long next;

    /**
     * @param limit the offset to stop before; the topic's own end if that comes first
     */
    TopicReader(Consumer<byte[], byte[]> consumer, int partition, long limit) {
        this(consumer, partition, 0, limit);
    }

    /**
     * @param from where to begin; the topic's own beginning if that comes later
     */
    TopicReader(Consumer<byte[], byte[]> consumer, int partition, long from, long limit) {
        this.consumer = consumer;
        this.partition = new TopicPartition(Topics.INBOUND, partition);
        consumer.assign(List.of(this.partition));
        this.beginning = offset(consumer.beginningOffsets(List.of(this.partition)));
        this.end = Math.min(limit, offset(consumer.endOffsets(List.of(this.partition))));
        this.next = Math.max(beginning, from);
        consumer.seek(this.partition, next);
    }

    private long offset(Map<TopicPartition, Long> offsets) {
        Long offset = offsets.get(partition);
        return offset == null ? 0 : offset;
    }

    /** The oldest offset that the topic still has. */
    long beginning() {
        return beginning;
    }

    /** Where reading stops. */
    long end() {
        return end;
    }

    /**
     * The next record; empty at the end.
     *
     * @throws IllegalStateException when the broker does not give what it says it has
     */
    Optional<ConsumerRecord<byte[], byte[]>> next() {
        if (next >= end) {
            return Optional.empty();
        }
        if (waiting.isEmpty()) {
            consumer.poll(PATIENCE).records(partition).forEach(waiting::add);
        }
        ConsumerRecord<byte[], byte[]> record = waiting.poll();
        if (record == null) {
            throw new IllegalStateException(
                    "The broker did not give offset "
                            + next
                            + " of partition "
                            + partition.partition()
                            + " within "
                            + PATIENCE.toSeconds()
                            + " s.");
        }
        next = record.offset() + 1;
        return Optional.of(record);
    }
}
