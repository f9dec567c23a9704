package praxis.testkit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import praxis.schemas.record.TopicSettings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Makes our topics on a single broker; those that are there already stay as they are. */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private TopicSetup() {}

    /**
     * Returns when the broker knows all topics; the controller alone knows them a moment earlier.
     */
    public static void createAt(String bootstrap) {
        Map<String, Object> config = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(config)) {
            create(admin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", interrupted);
        }
    }

    private static void create(Admin admin) throws InterruptedException {
        List<NewTopic> topics = TopicSettings.all(TopicSettings.Durability.ONE_BROKER);
        for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
            succeeded(created, TopicExistsException.class);
        }
        List<String> names = topics.stream().map(NewTopic::name).toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!succeeded(
                admin.describeTopics(names).allTopicNames(),
                UnknownTopicOrPartitionException.class)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the broker does not learn of its topics");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** False when it failed as {@code expected}; any other failure is thrown. */
    private static boolean succeeded(KafkaFuture<?> request, Class<? extends ApiException> expected)
            throws InterruptedException {
        try {
            request.get();
            return true;
        } catch (ExecutionException failed) {
            if (expected.isInstance(failed.getCause())) {
                return false;
            }
            throw new IllegalStateException("cannot create topics", failed);
        }
    }
}
