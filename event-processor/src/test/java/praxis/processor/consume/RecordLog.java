package praxis.processor.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.schemas.record.Position;

import java.util.Optional;

/** The inbound topic as somebody who stands in for the broker has it. */
public interface RecordLog {
    Position.TopicId id();

    /** Offset after the newest record. */
    long end(int partition);

    Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset);
}
