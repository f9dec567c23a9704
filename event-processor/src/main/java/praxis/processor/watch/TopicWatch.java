package praxis.processor.watch;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.consume.PartitionBoard;
import praxis.processor.trouble.Trouble;
import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.Topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the broker every few seconds where the topic ends, for lag and for health. */
public final class TopicWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Map<String, Object> clientConfig;
    private final PartitionBoard board;
    private final PartitionGauges gauges;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("topic-watch").daemon().factory());
    private @Nullable Admin admin;
    private volatile @Nullable TopicId known;
    private volatile boolean reachable = true;

    /**
     * Watches nothing before {@link #start}.
     *
     * @param clientConfig of an Admin that answers or fails soon
     */
    public TopicWatch(
            Map<String, Object> clientConfig, PartitionBoard board, PartitionGauges gauges) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.board = board;
        this.gauges = gauges;
    }

    /**
     * Starts watching.
     *
     * @param topic the one that the database was filled from
     */
    public void start(TopicId topic) {
        known = topic;
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** False after the broker did not answer. */
    public boolean isReachable() {
        return reachable;
    }

    private void look() {
        try {
            gauges.show(board, ends(board.standings().keySet()));
            reachable = true;
            doubtAnotherTopic();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException failed) {
            reachable = false;
            gauges.show(board, Map.of());
            log.warn("the broker does not say where the topic ends: {}", Trouble.describe(failed));
        }
    }

    /** A topic made anew under our feet has offsets, too, that only look like ours. */
    private void doubtAnotherTopic() throws ExecutionException, InterruptedException {
        String id =
                admin().describeTopics(List.of(Topics.INBOUND))
                        .allTopicNames()
                        .get()
                        .values()
                        .iterator()
                        .next()
                        .topicId()
                        .toString();
        if (!new TopicId(id).equals(known)) {
            board.doubt();
        }
    }

    private Map<Integer, Long> ends(Set<Integer> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> questions =
                partitions.stream()
                        .map(partition -> new TopicPartition(Topics.INBOUND, partition))
                        .collect(Collectors.toMap(Function.identity(), of -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> answers =
                admin().listOffsets(questions).all().get();
        return answers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                answer -> answer.getKey().partition(),
                                answer -> answer.getValue().offset()));
    }

    /** Made late, because making one fails while the broker's name cannot be resolved. */
    private Admin admin() {
        Admin made = admin == null ? Admin.create(clientConfig) : admin;
        admin = made;
        return made;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var _ = thread.awaitTermination(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
