package praxis.processor.testbed;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.processor.handle.Handled;
import praxis.processor.handle.InboundHandler;
import praxis.schemas.record.Position;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;

/** Notes what another handler has committed. */
public record NotingHandler(InboundHandler handler, Queue<Applied> notes)
        implements InboundHandler {
    /** One committed record. */
    public record Applied(int partition, long offset, String value) {}

    @Override
    public Handled handle(
            Position.TopicId topic, int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        Handled handled = handler.handle(topic, partition, records);
        if (handled instanceof Handled.Committed) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                notes.add(
                        new Applied(
                                partition,
                                record.offset(),
                                new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return handled;
    }
}
