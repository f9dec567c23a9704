package praxis.processor.consume;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

import praxis.processor.consume.Standing.Flowing;
import praxis.processor.handle.Handled;
import praxis.processor.handle.InboundHandler;
import praxis.processor.trouble.Away;
import praxis.processor.trouble.Trouble;
import praxis.schemas.record.Position;

import java.util.List;

/** Hands batches of one partition on, and sees to it that no record is left out or comes twice. */
final class InboundListener
        implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {
    private final Position.TopicId topic;
    private final PartitionBoard board;
    private final Gate gate;
    private final InboundHandler handler;
    private final BatchMetrics metrics;

    InboundListener(
            Position.TopicId topic,
            PartitionBoard board,
            Gate gate,
            InboundHandler handler,
            BatchMetrics metrics) {
        this.topic = topic;
        this.board = board;
        this.gate = gate;
        this.handler = handler;
        this.metrics = metrics;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        accept(records, requireNonNull(acknowledgment), requireNonNull(consumer));
    }

    private void accept(
            List<ConsumerRecord<byte[], byte[]>> records,
            Acknowledgment acknowledgment,
            Consumer<?, ?> consumer) {
        ConsumerRecord<byte[], byte[]> first = records.getFirst();
        TopicPartition partition = new TopicPartition(first.topic(), first.partition());
        // Held or stopped since the poll: these records come again when it is let in.
        if (!(board.of(partition.partition()).orElse(null) instanceof Flowing flowing)) {
            return;
        }
        int successive = successive(records, flowing.nextOffset());
        boolean committed =
                successive > 0 && handle(records.subList(0, successive), partition, consumer);
        if (successive < records.size()) {
            gate.hold(consumer, partition, "offsets do not follow one another");
        } else if (committed) {
            // For those who watch the group's lag; where to go on is for the database to say.
            acknowledgment.acknowledge();
        }
    }

    private boolean handle(
            List<ConsumerRecord<byte[], byte[]>> records,
            TopicPartition partition,
            Consumer<?, ?> consumer) {
        try {
            return switch (metrics.timed(
                    () -> handler.handle(topic, partition.partition(), records))) {
                case Handled.Committed(var after) -> {
                    metrics.committed(records.size());
                    board.put(partition.partition(), new Flowing(after.nextOffset(), 0));
                    yield true;
                }
                case Handled.Fenced(long nextOffset) -> {
                    gate.move(consumer, partition, nextOffset);
                    yield false;
                }
            };
        } catch (RuntimeException failed) {
            if (Away.explains(failed)) {
                // The others would run into the same wall, one after the other.
                gate.holdAll(consumer, Trouble.describe(failed));
            } else {
                gate.hold(consumer, partition, Trouble.describe(failed));
            }
            return false;
        }
    }

    /** How many records, from the first on, stand one behind the other. */
    private static int successive(List<ConsumerRecord<byte[], byte[]>> records, long nextOffset) {
        int count = 0;
        while (count < records.size() && records.get(count).offset() == nextOffset + count) {
            count++;
        }
        return count;
    }
}
