package praxis.processor.consume;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How our Kafka clients are set up, on top of how to reach the brokers. */
public final class ClientSettings {
    public static final String GROUP = "praxis-event-processor";

    /** A killed processor's partitions go to the others after this. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    /** Well over the slowest round that is no defect: one batch at a database that hangs. */
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(3);

    private static final Duration REQUEST = Duration.ofSeconds(5);

    /** Room for a full batch in one fetch; also what bounds a batch of large bodies. */
    private static final int PARTITION_FETCH_BYTES = 4 << 20;

    private static final int FETCH_BYTES = 16 << 20;

    private ClientSettings() {}

    /** For those who read the inbound topic, and share its partitions. */
    public static Map<String, Object> consuming(
            Map<String, Object> clientConfig, int maxPollRecords) {
        Map<String, Object> settings = reading(clientConfig);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION));
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(HEARTBEAT));
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(POLL_INTERVAL));
        return settings;
    }

    /** For somebody who reads whole partitions, belonging to no group. */
    public static Map<String, Object> readingAll(Map<String, Object> clientConfig) {
        Map<String, Object> settings = reading(clientConfig);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return settings;
    }

    static Map<String, Object> lookingUp(Map<String, Object> clientConfig) {
        Map<String, Object> settings = reading(clientConfig);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        // The broker hands out one batch of records at least, however small this is.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        return settings;
    }

    /** For an {@code Admin}: answers or fails soon. */
    public static Map<String, Object> asking(Map<String, Object> clientConfig) {
        Map<String, Object> settings = new HashMap<>(clientConfig);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(REQUEST));
        return settings;
    }

    private static Map<String, Object> reading(Map<String, Object> clientConfig) {
        Map<String, Object> settings = new HashMap<>(clientConfig);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where to read is for the database to say: no position of Kafka's may stand in for it.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
