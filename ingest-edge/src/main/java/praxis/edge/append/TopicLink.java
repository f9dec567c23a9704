package praxis.edge.append;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

import praxis.schemas.record.Position;
import praxis.schemas.record.Position.TopicId;

import java.util.Arrays;
import java.util.Optional;

/** One topic, known by its id, and the producer that appends to it. */
final class TopicLink {
    private final TopicId topic;
    private final Producer<byte[], byte[]> producer;

    /** Only the producer's own thread reads and writes it. */
    private final long[] lastOffsets;

    TopicLink(TopicId topic, int partitions, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
        this.lastOffsets = new long[partitions];
        Arrays.fill(lastOffsets, -1);
    }

    boolean leadsTo(TopicId other, int partitions, Producer<byte[], byte[]> through) {
        return topic.equals(other) && lastOffsets.length == partitions && producer.equals(through);
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    /**
     * Where the record stands. Empty if that cannot be told: the broker gave no offset, or one that
     * this topic had already passed, so that it must be another topic of the same name.
     */
    Optional<Position> positionOf(RecordMetadata acknowledged) {
        int partition = acknowledged.partition();
        long offset = acknowledged.hasOffset() ? acknowledged.offset() : -1;
        if (partition >= lastOffsets.length || offset <= lastOffsets[partition]) {
            return Optional.empty();
        }
        lastOffsets[partition] = offset;
        return Optional.of(new Position(topic, partition, offset));
    }
}
