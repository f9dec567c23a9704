package praxis.processor.handle;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.schemas.record.Position;

import java.util.List;

/** Takes batches of the inbound topic to their end. */
@FunctionalInterface
public interface InboundHandler {
    /**
     * Handles records of one partition with successive offsets.
     *
     * @throws RuntimeException on lost infrastructure and our own mistakes only: then nothing is
     *     applied, or it is unknown whether it is, and the batch will come again
     */
    Handled handle(
            Position.TopicId topic, int partition, List<ConsumerRecord<byte[], byte[]>> records);
}
