package praxis.edge.append;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.schemas.record.Position.TopicId;
import praxis.schemas.record.Topics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Looks for the inbound topic again and again, on a thread of its own, and keeps the link to it.
 * Never creates the topic: that is its owner's decision.
 */
public final class TopicWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration WHILE_FINE = Duration.ofSeconds(2);
    private static final Duration WHILE_NOT = Duration.ofMillis(300);
    private static final int LONG_ABSENCE_IN_LOOKS = 20;
    private static final Duration FLUSH_AT_MOST = Duration.ofSeconds(1);

    /** What the last look saw. */
    public enum Sight {
        BROKER_AWAY,
        TOPIC_MISSING,
        TOPIC_THERE
    }

    private final String bootstrap;
    private final int longAbsenceInLooks;
    private final Semaphore lookNow = new Semaphore(0);
    private final CountDownLatch found = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("topic-watch").unstarted(this::run);

    private volatile Sight sight = Sight.BROKER_AWAY;
    private volatile @Nullable TopicLink link;
    private volatile boolean producerIsSpent;
    private volatile boolean closing;

    private @Nullable Admin admin;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable Producer<byte[], byte[]> retiring;
    private volatile int looksInVain;

    public TopicWatch(String bootstrap) {
        this(bootstrap, LONG_ABSENCE_IN_LOOKS);
    }

    TopicWatch(String bootstrap, int longAbsenceInLooks) {
        this.bootstrap = bootstrap;
        this.longAbsenceInLooks = longAbsenceInLooks;
    }

    public void start() {
        thread.start();
    }

    /** Returns as soon as the topic has been found for the first time, or when it is enough. */
    public void awaitTopic(Duration enough) {
        try {
            var _ = found.await(enough.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    public Sight sight() {
        return sight;
    }

    /** How often in a row, up to now. */
    int looksInVain() {
        return looksInVain;
    }

    /** Stays while the broker is away: the topic will be the same when it comes back. */
    Optional<TopicLink> link() {
        return Optional.ofNullable(link);
    }

    /** Somebody has reason to think that this link no longer leads to the topic. */
    void doubt(TopicLink doubted) {
        if (doubted.equals(link)) {
            link = null;
            lookNow.release();
        }
    }

    /** Some failures (a refused right, for one) leave a link's producer unusable for ever. */
    void doubtProducerOf(TopicLink doubted) {
        if (doubted.equals(link)) {
            producerIsSpent = true;
            doubt(doubted);
        }
    }

    private void run() {
        while (!closing) {
            Sight seen = look();
            looksInVain = seen == Sight.BROKER_AWAY ? looksInVain + 1 : 0;
            if (seen != sight) {
                LOG.info("the inbound log: {}", seen);
            }
            sight = seen;
            if (seen == Sight.TOPIC_THERE) {
                found.countDown();
            }
            awaitNextLook(seen == Sight.TOPIC_THERE ? WHILE_FINE : WHILE_NOT);
        }
    }

    private void awaitNextLook(Duration atMost) {
        try {
            if (lookNow.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                lookNow.drainPermits();
            }
        } catch (InterruptedException stop) {
            closing = true;
        }
    }

    private Sight look() {
        try {
            TopicDescription topic = describe(connectedAdmin());
            if (looksInVain >= longAbsenceInLooks) {
                // The brokers may have come back at other addresses, which it would never learn.
                producerIsSpent = true;
                // A new producer knows no topic at its first look: that must not cost it its place.
                looksInVain = 0;
            }
            link(new TopicId(topic.topicId().toString()), topic.partitions().size());
            return Sight.TOPIC_THERE;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                // Without a link nothing is sent: the producer's own look-up could create it.
                link = null;
                return Sight.TOPIC_MISSING;
            }
            return Sight.BROKER_AWAY;
        } catch (KafkaException | IllegalStateException notUsable) {
            return Sight.BROKER_AWAY;
        } catch (InterruptedException stop) {
            closing = true;
            return sight;
        }
    }

    private static TopicDescription describe(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(Topics.INBOUND))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next();
    }

    private void link(TopicId topic, int partitions) {
        Producer<byte[], byte[]> through = connectedProducer();
        // Also keeps the producer from forgetting a topic to which nobody writes for a while; asks
        // and fails at once where it does not know the topic yet.
        through.partitionsFor(Topics.INBOUND);
        TopicLink current = link;
        if (current == null || !current.leadsTo(topic, partitions, through)) {
            link = new TopicLink(topic, partitions, through);
        }
        // Not before: until now it was the one that was sent through.
        if (retiring != null) {
            retiring.close(FLUSH_AT_MOST);
            retiring = null;
        }
    }

    /** Fails where the host name cannot be resolved, as in a network that is still starting. */
    private Admin connectedAdmin() {
        Admin existing = admin;
        if (existing == null) {
            existing = Admin.create(KafkaSettings.admin(bootstrap));
            admin = existing;
        }
        return existing;
    }

    private Producer<byte[], byte[]> connectedProducer() {
        Producer<byte[], byte[]> existing = producer;
        if (existing != null && !producerIsSpent) {
            return existing;
        }
        if (retiring == null) {
            retiring = existing;
        } else if (existing != null) {
            existing.close(Duration.ZERO);
        }
        producerIsSpent = false;
        Producer<byte[], byte[]> fresh = new KafkaProducer<>(KafkaSettings.producer(bootstrap));
        producer = fresh;
        return fresh;
    }

    /** Waits for what was sent, so that nothing on its way is cut off. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (retiring != null) {
            retiring.close(Duration.ZERO);
        }
        if (producer != null) {
            producer.close(FLUSH_AT_MOST);
        }
        if (admin != null) {
            admin.close(FLUSH_AT_MOST);
        }
    }
}
