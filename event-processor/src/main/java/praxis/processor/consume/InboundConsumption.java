package praxis.processor.consume;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListenerContainer;

import praxis.processor.apply.BookingStore;
import praxis.processor.handle.InboundHandler;
import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

/** Runs the consumers, from the moment the start has found everything in order until the end. */
public final class InboundConsumption implements AutoCloseable {
    /** Also how late a held partition may notice that its wait is over. */
    private static final Duration POLL = Duration.ofMillis(250);

    private static final Duration RETRY_AUTHENTICATION = Duration.ofSeconds(10);

    /** A batch in hand is finished within this; killed later, it is simply not committed. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(30);

    private final Map<String, Object> clientConfig;
    private final Readers readers;
    private final BookingStore store;
    private final InboundHandler handler;
    private final PartitionBoard board;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private volatile @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

    /**
     * Who reads.
     *
     * @param consumers set up as {@link ClientSettings#consuming} says
     * @param threads consumers in this process
     */
    public record Readers(ConsumerFactory<byte[], byte[]> consumers, int threads) {}

    public InboundConsumption(
            Map<String, Object> clientConfig,
            Readers readers,
            BookingStore store,
            InboundHandler handler,
            PartitionBoard board,
            MeterRegistry registry,
            InstantSource clock) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.readers = readers;
        this.store = store;
        this.handler = handler;
        this.board = board;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Returns when the consumers run.
     *
     * @param topic the one that the database was filled from
     */
    public void start(Position.TopicId topic) {
        Gate gate =
                new Gate(
                        board,
                        new EntryCheck(store, topic),
                        KafkaInboundTopic.opener(clientConfig),
                        clock);
        ContainerProperties properties = new ContainerProperties(Topics.INBOUND);
        properties.setMessageListener(
                new InboundListener(topic, board, gate, handler, new BatchMetrics(registry)));
        properties.setConsumerRebalanceListener(new Rebalances(gate));
        properties.setSubBatchPerPartition(true);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL_IMMEDIATE);
        properties.setSyncCommits(false);
        properties.setCommitCallback(new CommitTrouble());
        properties.setPollTimeout(POLL.toMillis());
        properties.setShutdownTimeout(LAST_BATCH.toMillis());
        properties.setAuthExceptionRetryInterval(RETRY_AUTHENTICATION);
        var started = new ConcurrentMessageListenerContainer<>(readers.consumers(), properties);
        started.setBeanName("inbound");
        started.setConcurrency(readers.threads());
        started.setCommonErrorHandler(new PollTrouble(gate));
        started.setBatchInterceptor(new BetweenPolls(gate));
        started.start();
        container = started;
    }

    /** False if a consumer ended by itself: then only a restart of the process helps. */
    public boolean isAlive() {
        var running = container;
        return running == null
                || running.getContainers().stream().allMatch(MessageListenerContainer::isRunning);
    }

    /** Finishes the batches in hand and leaves the group, so that others take over at once. */
    @Override
    public void close() {
        var running = container;
        if (running != null) {
            running.stop();
        }
    }

    /** Tells the gate which partitions come and go. */
    private record Rebalances(Gate gate) implements ConsumerAwareRebalanceListener {
        @Override
        public void onPartitionsAssigned(
                Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            gate.arrive(consumer, partitions);
        }

        @Override
        public void onPartitionsRevokedBeforeCommit(
                Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            gate.leave(partitions);
        }

        @Override
        public void onPartitionsLost(
                Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            gate.leave(partitions);
        }
    }

    /**
     * Lets held partitions try again. The container's own pause, {@code nack}, is not used: it
     * pauses all partitions of a consumer, and with batches per partition a second one in the same
     * round would leave them paused for ever.
     */
    private record BetweenPolls(Gate gate) implements BatchInterceptor<byte[], byte[]> {
        @Override
        public void setupThreadState(Consumer<?, ?> consumer) {
            gate.letInWhatIsDue(consumer);
        }

        @Override
        public ConsumerRecords<byte[], byte[]> intercept(
                ConsumerRecords<byte[], byte[]> records, Consumer<byte[], byte[]> consumer) {
            return records;
        }
    }
}
