package praxis.processor.start;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What about a topic would lose records that were acknowledged. */
final class TopicFlaws {
    private static final int ENOUGH_REPLICAS = 3;
    private static final int ENOUGH_IN_SYNC = 2;

    private TopicFlaws() {}

    /** Each to be read behind the topic's name. */
    static List<String> of(TopicDescription topic, Config settings, boolean singleBrokerAccepted) {
        List<String> flaws = new ArrayList<>();
        if (!value(settings, TopicConfig.CLEANUP_POLICY_CONFIG).equals("delete")) {
            flaws.add("is compacted, which takes records away");
        }
        if (!value(settings, TopicConfig.RETENTION_BYTES_CONFIG).equals("-1")) {
            flaws.add("forgets by size (retention.bytes must be -1)");
        }
        if (value(settings, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG).equals("true")) {
            flaws.add("lets a broker lead that lacks records (unclean.leader.election.enable)");
        }
        boolean replicated = isReplicated(topic, settings);
        if (!replicated && !singleBrokerAccepted) {
            flaws.add(
                    "does not survive the loss of a broker (three replicas and"
                        + " min.insync.replicas=2 would, or say PRAXIS_SINGLE_BROKER=accepted)");
        }
        if (!replicated
                && singleBrokerAccepted
                && !value(settings, TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG).equals("1")) {
            flaws.add("stands on one broker that does not wait for its disk (flush.messages=1)");
        }
        return flaws;
    }

    private static boolean isReplicated(TopicDescription topic, Config settings) {
        return topic.partitions().stream()
                        .allMatch(partition -> partition.replicas().size() >= ENOUGH_REPLICAS)
                && Integer.parseInt(value(settings, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))
                        >= ENOUGH_IN_SYNC;
    }

    private static String value(Config settings, String name) {
        return Optional.ofNullable(settings.get(name)).map(entry -> entry.value()).orElse("");
    }
}
