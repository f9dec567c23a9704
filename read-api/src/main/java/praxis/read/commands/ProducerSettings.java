package praxis.read.commands;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How the read API talks to the broker: a person waits for it, seldom, and not for long. */
final class ProducerSettings {
    /** For the topic's whereabouts, the first time and after a break. */
    static final Duration BLOCK = Duration.ofSeconds(1);

    static final Duration DELIVERY = Duration.ofSeconds(2);

    private static final Duration REQUEST = Duration.ofMillis(1_500);
    private static final Duration RECONNECT_AT_MOST = Duration.ofMillis(500);
    private static final long BUFFER_BYTES = 8L * 1024 * 1024;

    private ProducerSettings() {}

    static Map<String, Object> of(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "read-api");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 50L);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AT_MOST.toMillis());
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20L);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 200L);
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
