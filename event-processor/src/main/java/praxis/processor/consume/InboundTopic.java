package praxis.processor.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.schemas.record.Position;

import java.util.Optional;

/** Looks at the inbound topic as it is now, beside the consumers that read it. */
interface InboundTopic extends AutoCloseable {
    Position.TopicId id();

    Extent extent(int partition);

    /** The record at an offset within the extent; empty where there is a hole. */
    Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset);

    @Override
    void close();

    /** Opens a look at the topic; to be closed soon. */
    @FunctionalInterface
    interface Opener {
        InboundTopic open();
    }

    /**
     * What a partition holds.
     *
     * @param begin offset of the oldest record
     * @param end offset after the newest record that is replicated
     */
    record Extent(long begin, long end) {}
}
