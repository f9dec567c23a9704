package praxis.schemas.record;

import org.apache.kafka.clients.admin.NewTopic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How our topics are made, for whoever finds them missing. */
public final class TopicSettings {
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Duration SEGMENT = Duration.ofDays(1);

    /** A body of 256 KiB, its headers, and room for what staff stage on the log. */
    private static final int MAXIMUM_RECORD_BYTES = 1 << 20;

    /** What an acknowledgement by the broker is worth. */
    public enum Durability {
        /**
         * Nobody else has the record: an acknowledgement that is worth something has to wait for
         * the disk.
         */
        ONE_BROKER(1, "flush.messages", "1"),
        THREE_BROKERS(3, "min.insync.replicas", "2");

        private final short replicas;
        private final String setting;
        private final String value;

        Durability(int replicas, String setting, String value) {
            this.replicas = (short) replicas;
            this.setting = setting;
            this.value = value;
        }
    }

    private TopicSettings() {}

    /** All topics of {@link Topics}. */
    public static List<NewTopic> all(Durability durability) {
        return List.of(
                topic(Topics.INBOUND, Topics.INBOUND_PARTITIONS, durability, inbound()),
                topic(Topics.ENDPOINTS, 1, durability, Map.of("cleanup.policy", "compact")),
                topic(Topics.NEEDS_REVIEW, Topics.INBOUND_PARTITIONS, durability, outgoing()),
                topic(Topics.DEAD_LETTER, Topics.INBOUND_PARTITIONS, durability, outgoing()));
    }

    /** Also how long whoever listens may be away and miss nothing. */
    private static Map<String, String> outgoing() {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.bytes",
                "-1",
                "retention.ms",
                Long.toString(RETENTION.toMillis()));
    }

    private static Map<String, String> inbound() {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.bytes",
                "-1",
                "retention.ms",
                Long.toString(RETENTION.toMillis()),
                "segment.ms",
                Long.toString(SEGMENT.toMillis()),
                "max.message.bytes",
                Integer.toString(MAXIMUM_RECORD_BYTES),
                // Retention counts from the broker's clock, not an edge's.
                "message.timestamp.type",
                "LogAppendTime");
    }

    private static NewTopic topic(
            String name, int partitions, Durability durability, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(durability.setting, durability.value);
        return new NewTopic(name, Optional.of(partitions), Optional.of(durability.replicas))
                .configs(all);
    }
}
