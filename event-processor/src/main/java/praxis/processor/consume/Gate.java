package praxis.processor.consume;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.processor.consume.Standing.Flowing;
import praxis.processor.consume.Standing.Held;
import praxis.processor.consume.Standing.Stopped;
import praxis.processor.trouble.Away;
import praxis.processor.trouble.Backoff;
import praxis.processor.trouble.Trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Lets partitions in, holds them and stops them. A partition that does not flow is paused at the
 * consumer, which goes on polling: it stays in the group, and its other partitions flow.
 *
 * <p>All methods with a consumer belong to that consumer's thread.
 */
final class Gate {
    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final PartitionBoard board;
    private final EntryCheck check;
    private final InboundTopic.Opener opener;
    private final InstantSource clock;

    Gate(PartitionBoard board, EntryCheck check, InboundTopic.Opener opener, InstantSource clock) {
        this.board = board;
        this.check = check;
        this.opener = opener;
        this.clock = clock;
    }

    /** Takes new partitions and tries to let them in at once. */
    void arrive(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        for (TopicPartition partition : partitions) {
            // Any position will do as long as it is paused; the client insists on having one.
            consumer.seek(partition, 0);
            board.put(partition.partition(), new Held("just assigned", 0, clock.instant()));
        }
        board.join();
        letInWhatIsDue(consumer);
    }

    void leave(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> board.remove(partition.partition()));
    }

    /** Tries again where the wait is over; to be called between polls. */
    void letInWhatIsDue(Consumer<?, ?> consumer) {
        holdWhatIsDoubted(consumer);
        List<TopicPartition> due = due(consumer.assignment());
        if (due.isEmpty()) {
            return;
        }
        try (InboundTopic topic = opener.open()) {
            for (TopicPartition partition : due) {
                tryToLetIn(consumer, topic, partition);
            }
        } catch (RuntimeException away) {
            // Whoever is away for one is away for the rest: one round of waiting for all.
            due(consumer.assignment())
                    .forEach(partition -> hold(consumer, partition, Trouble.describe(away)));
        }
    }

    private void holdWhatIsDoubted(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            if (board.takeDoubt(partition.partition()) && isFlowing(partition)) {
                consumer.pause(Set.of(partition));
                board.put(
                        partition.partition(),
                        new Held("doubted", failures(partition), clock.instant()));
            }
        }
    }

    /** Waits with all partitions of the consumer for somebody on whom all depend. */
    void holdAll(Consumer<?, ?> consumer, String trouble) {
        consumer.assignment().stream()
                .filter(this::isFlowing)
                .forEach(partition -> hold(consumer, partition, trouble));
    }

    /** Waits longer the more often it failed since the last commit. */
    void hold(Consumer<?, ?> consumer, TopicPartition partition, String trouble) {
        int failures = failures(partition) + 1;
        Duration wait = BACKOFF.after(failures);
        board.put(partition.partition(), new Held(trouble, failures, clock.instant().plus(wait)));
        consumer.pause(Set.of(partition));
        log.warn(
                "partition {} is held: {}; failure {} in a row, next try in {} ms",
                partition.partition(),
                trouble,
                failures,
                wait.toMillis());
    }

    /** Goes on elsewhere; if that happens twice without a commit between, with a wait. */
    void move(Consumer<?, ?> consumer, TopicPartition partition, long nextOffset) {
        int failures = failures(partition);
        if (failures > 0) {
            hold(consumer, partition, "somebody else moves this partition on");
            return;
        }
        log.info(
                "partition {} goes on at {}, as the database says",
                partition.partition(),
                nextOffset);
        consumer.seek(partition, nextOffset);
        board.put(partition.partition(), new Flowing(nextOffset, failures + 1));
    }

    private void tryToLetIn(Consumer<?, ?> consumer, InboundTopic topic, TopicPartition partition) {
        try {
            letIn(consumer, topic, partition);
        } catch (RuntimeException failed) {
            if (Away.explains(failed)) {
                throw failed;
            }
            hold(consumer, partition, Trouble.describe(failed));
        }
    }

    private void letIn(Consumer<?, ?> consumer, InboundTopic topic, TopicPartition partition) {
        switch (check.check(topic, partition.partition())) {
            case Entry.Enter enter -> {
                consumer.seek(
                        partition,
                        new OffsetAndMetadata(enter.nextOffset(), enter.leaderEpoch(), ""));
                board.put(
                        partition.partition(),
                        new Flowing(enter.nextOffset(), failures(partition)));
                consumer.resume(Set.of(partition));
                log.info("partition {} flows from {}", partition.partition(), enter.nextOffset());
            }
            case Entry.Stay(StopReason reason) -> {
                board.put(partition.partition(), new Stopped(reason));
                log.error(
                        "ALARM: partition {} is stopped: {}",
                        partition.partition(),
                        reason.words());
            }
        }
    }

    private List<TopicPartition> due(Set<TopicPartition> assignment) {
        Instant now = clock.instant();
        return assignment.stream()
                .filter(
                        partition ->
                                board.of(partition.partition())
                                        .filter(standing -> isDue(standing, now))
                                        .isPresent())
                .toList();
    }

    private boolean isFlowing(TopicPartition partition) {
        return board.of(partition.partition()).filter(Flowing.class::isInstance).isPresent();
    }

    private static boolean isDue(Standing standing, Instant now) {
        return standing instanceof Held held && !held.until().isAfter(now);
    }

    private int failures(TopicPartition partition) {
        return switch (board.of(partition.partition()).orElse(new Flowing(0, 0))) {
            case Flowing flowing -> flowing.failures();
            case Held held -> held.failures();
            case Stopped stopped -> 0;
        };
    }
}
