package praxis.processor.consume;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

import praxis.processor.trouble.Trouble;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Answers what goes wrong outside the handler: the partitions concerned are held, and the check at
 * their next entry finds out whether anything is lost. Nothing is ever skipped.
 */
final class PollTrouble implements CommonErrorHandler {
    private final Gate gate;

    PollTrouble(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void handleOtherException(
            Exception thrown,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        boolean named = thrown instanceof InvalidOffsetException;
        hold(
                consumer,
                named ? ((InvalidOffsetException) thrown).partitions() : consumer.assignment(),
                thrown);
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> data,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        hold(consumer, data.partitions(), thrown);
    }

    /** Kafka's offsets follow the database's; a failure moves neither. */
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    private void hold(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Exception thrown) {
        Set<TopicPartition> ours = new HashSet<>(partitions);
        ours.retainAll(consumer.assignment());
        ours.forEach(partition -> gate.hold(consumer, partition, Trouble.describe(thrown)));
    }
}
