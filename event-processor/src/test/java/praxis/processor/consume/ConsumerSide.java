package praxis.processor.consume;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

import praxis.processor.apply.BookingStore;
import praxis.processor.handle.InboundHandler;
import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The consumers of one processor without the client and the container around them: the real gate,
 * entry check and listener, moved by hand.
 */
public final class ConsumerSide {
    // One for all: nobody reads it here, and to make one takes as long as a run does.
    private static final BatchMetrics METRICS = new BatchMetrics(new SimpleMeterRegistry());

    private final PartitionBoard board = new PartitionBoard();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Positions consumer;
    private final Gate gate;
    private final InboundListener listener;

    /**
     * @param beforeSeek told before the listener or the gate moves a position
     */
    public ConsumerSide(
            RecordLog log,
            BookingStore store,
            InboundHandler handler,
            InstantSource clock,
            Runnable beforeSeek) {
        this.consumer = new Positions(beforeSeek);
        this.gate = new Gate(board, new EntryCheck(store, log.id()), () -> new Look(log), clock);
        this.listener = new InboundListener(log.id(), board, gate, handler, METRICS);
    }

    public boolean owns(int partition) {
        return assigned.contains(of(partition));
    }

    public void arrive(int partition) {
        assigned.add(of(partition));
        consumer.assign(assigned);
        gate.arrive(consumer, List.of(of(partition)));
    }

    public void leave(int partition) {
        gate.leave(List.of(of(partition)));
        assigned.remove(of(partition));
        consumer.assign(assigned);
    }

    /** What happens between two polls. */
    public void betweenPolls() {
        gate.letInWhatIsDue(consumer);
    }

    /** Where a poll would go on reading; empty while the partition does not flow. */
    public OptionalLong position(int partition) {
        return owns(partition) && !consumer.paused().contains(of(partition))
                ? OptionalLong.of(consumer.position(of(partition)))
                : OptionalLong.empty();
    }

    /** The client goes past what a poll has handed out. */
    public void polled(ConsumerRecord<byte[], byte[]> last) {
        consumer.go(of(last.partition()), last.offset() + 1);
    }

    public void hand(List<ConsumerRecord<byte[], byte[]>> records, Runnable offsetCommit) {
        listener.onMessage(records, offsetCommit::run, consumer);
    }

    private static TopicPartition of(int partition) {
        return new TopicPartition(Topics.INBOUND, partition);
    }

    /** Keeps positions and pauses, as the client does. */
    private static final class Positions extends MockConsumer<byte[], byte[]> {
        private final Runnable beforeSeek;

        private Positions(Runnable beforeSeek) {
            super("none");
            this.beforeSeek = beforeSeek;
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            beforeSeek.run();
            super.seek(partition, offset);
        }

        private void go(TopicPartition partition, long offset) {
            super.seek(partition, offset);
        }
    }

    private record Look(RecordLog log) implements InboundTopic {
        @Override
        public Position.TopicId id() {
            return log.id();
        }

        @Override
        public Extent extent(int partition) {
            return new Extent(0, log.end(partition));
        }

        @Override
        public Optional<ConsumerRecord<byte[], byte[]>> recordAt(int partition, long offset) {
            return log.recordAt(partition, offset);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
