package praxis.sandbox.chaos.check;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.chaos.ground.ChaosGround;
import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures again and again how many records stand on the topic that the database has not committed.
 * While broker or database are away it reckons with what they said last: neither can have moved on.
 */
public final class LagWatch implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration UNDER_WAY = Duration.ofMillis(500);
    private static final int ASK_MILLIS = 1_000;
    private static final Map<TopicPartition, OffsetSpec> ENDS =
            IntStream.range(0, Topics.INBOUND_PARTITIONS)
                    .mapToObj(number -> new TopicPartition(Topics.INBOUND, number))
                    .collect(Collectors.toMap(Function.identity(), end -> OffsetSpec.latest()));

    private final ChaosGround ground;
    private final Admin admin;
    private final PrintWriter diary;
    private final long begin = System.nanoTime();
    private final Thread thread = Thread.ofPlatform().daemon().name("lag").unstarted(this::run);
    private final Queue<CompletableFuture<Long>> awaitingZero = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Long>> awaitingRecovery = new ConcurrentLinkedQueue<>();
    private final Deque<End> ends = new ArrayDeque<>();
    private @Nullable Connection connection;
    private long committed;
    private volatile long worst;

    /** The sum of all partitions' ends, at one moment. */
    private record End(long seenAt, long offsets) {}

    public LagWatch(ChaosGround ground) {
        this.ground = ground;
        this.diary = diary(ground.files().log("lag"));
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                ground.kafkaBootstrap(),
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                ASK_MILLIS,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                ASK_MILLIS,
                                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                200L));
    }

    public void start() {
        thread.start();
    }

    public Position.TopicId topic() throws InterruptedException {
        try {
            return new Position.TopicId(
                    requireNonNull(
                                    admin.describeTopics(List.of(Topics.INBOUND))
                                            .topicNameValues()
                                            .get(Topics.INBOUND))
                            .get()
                            .topicId()
                            .toString());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not know the topic", failed);
        }
    }

    /** The largest lag so far, in records. */
    public long worst() {
        return worst;
    }

    /**
     * Done when a measurement that begins after this call finds no lag at all.
     *
     * @return the moment, as {@link System#nanoTime} tells it
     */
    public CompletableFuture<Long> nextZero() {
        return added(awaitingZero);
    }

    /**
     * Done when a measurement that begins after this call finds no lag but what is under way in any
     * case: records younger than half a second.
     *
     * @return the moment, as {@link System#nanoTime} tells it
     */
    public CompletableFuture<Long> nextRecovery() {
        return added(awaitingRecovery);
    }

    private static CompletableFuture<Long> added(Queue<CompletableFuture<Long>> to) {
        CompletableFuture<Long> moment = new CompletableFuture<>();
        to.add(moment);
        return moment;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        admin.close(Duration.ZERO);
        diary.close();
    }

    private static PrintWriter diary(Path file) {
        try {
            return new PrintWriter(file.toFile(), StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                measure();
                TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /** The end first: what is committed after that only makes the lag smaller. */
    private void measure() throws InterruptedException {
        List<CompletableFuture<Long>> zero = drained(awaitingZero);
        List<CompletableFuture<Long>> recovery = drained(awaitingRecovery);
        boolean brokerAnswers = askBroker();
        boolean bothAnswer = askDatabase() && brokerAnswers;
        long end = ends.isEmpty() ? 0 : ends.getLast().offsets();
        long endThen = endBefore(System.nanoTime() - UNDER_WAY.toNanos());
        worst = Math.max(worst, end - committed);
        note(end, bothAnswer);
        settle(zero, bothAnswer && committed >= end, awaitingZero);
        settle(recovery, bothAnswer && committed >= endThen, awaitingRecovery);
    }

    /** For whoever wants to see afterwards how it came and went. */
    private void note(long end, boolean bothAnswer) {
        diary.printf(
                "%d %d %d %s%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                end,
                committed,
                bothAnswer ? "" : "?");
    }

    private static List<CompletableFuture<Long>> drained(Queue<CompletableFuture<Long>> waiting) {
        return Stream.generate(waiting::poll).takeWhile(Objects::nonNull).toList();
    }

    private static void settle(
            List<CompletableFuture<Long>> asked,
            boolean isSo,
            Queue<CompletableFuture<Long>> waiting) {
        if (isSo) {
            asked.forEach(each -> each.complete(System.nanoTime()));
        } else {
            waiting.addAll(asked);
        }
    }

    private long endBefore(long nanos) {
        while (ends.size() > 1 && ends.getFirst().seenAt() < nanos) {
            ends.removeFirst();
        }
        return ends.isEmpty() ? 0 : ends.getFirst().offsets();
    }

    private boolean askBroker() throws InterruptedException {
        try {
            long offsets =
                    admin.listOffsets(ENDS).all().get().values().stream()
                            .mapToLong(ListOffsetsResultInfo::offset)
                            .sum();
            ends.add(new End(System.nanoTime(), offsets));
            return true;
        } catch (ExecutionException away) {
            return false;
        }
    }

    private boolean askDatabase() {
        try {
            if (connection == null) {
                connection = ground.database().superuser();
            }
            committed = new ProgressQueries(connection).committed();
            return true;
        } catch (SQLException away) {
            disconnect();
            return false;
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            // Which is what was wanted.
            return;
        } finally {
            connection = null;
        }
    }
}
