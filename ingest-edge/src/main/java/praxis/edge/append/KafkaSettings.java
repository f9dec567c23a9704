package praxis.edge.append;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How the edge talks to the broker: never lose, never wait long, come back fast. */
final class KafkaSettings {
    /** Below the edge's own deadline, so that a record's fate is known before the answer is due. */
    private static final Duration DELIVERY = Duration.ofMillis(600);

    private static final Duration REQUEST = Duration.ofMillis(500);

    /** A broker that is back is to be noticed within a fraction of the promised five seconds. */
    private static final Duration RECONNECT_AT_MOST = Duration.ofMillis(500);

    private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(2);
    private static final long BUFFER_BYTES = 32L * 1024 * 1024;
    private static final int BATCH_BYTES = 64 * 1024;

    /** For one look at the topic: longer than for records, because nobody waits for it. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration LOOK_REQUEST = Duration.ofSeconds(1);

    private KafkaSettings() {}

    static Map<String, Object> producer(String bootstrap) {
        Map<String, Object> settings = common(bootstrap);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // send() is called on the event loop: without metadata or memory it fails at once.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        // Otherwise it forgets the topic the moment the broker is away, and a short absence that
        // nobody need have noticed becomes a refusal.
        settings.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest-edge");
        return settings;
    }

    static Map<String, Object> admin(String bootstrap) {
        Map<String, Object> settings = common(bootstrap);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LOOK_REQUEST.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LOOK.toMillis());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-edge-watch");
        return settings;
    }

    private static Map<String, Object> common(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 50L);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AT_MOST.toMillis());
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20L);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 200L);
        settings.put(
                ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
                CONNECT_AT_MOST.toMillis());
        settings.put(
                ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG,
                CONNECT_AT_MOST.toMillis());
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
