package praxis.processor.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

import praxis.schemas.record.Topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class TopicFlawsTest {
    @Test
    void isContentWithThreeReplicasOfWhichTwoMustAnswer() {
        assertThat(flaws(3, Map.of(), false)).isEmpty();
        assertThat(flaws(3, Map.of("flush.messages", "9223372036854775807"), true)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotSurviveTheLossOfOneBroker() {
        assertThat(flaws(1, Map.of(), false)).singleElement().asString().contains("loss");
        assertThat(flaws(2, Map.of(), false)).singleElement().asString().contains("loss");
        assertThat(flaws(3, Map.of("min.insync.replicas", "1"), false))
                .singleElement()
                .asString()
                .contains("min.insync.replicas=2");
    }

    @Test
    void acceptsOneBrokerThatWaitsForItsDisk() {
        assertThat(flaws(1, Map.of("flush.messages", "1"), true)).isEmpty();
        assertThat(flaws(1, Map.of("flush.messages", "1000"), true))
                .singleElement()
                .asString()
                .contains("flush.messages=1");
    }

    @Test
    void refusesTopicThatForgets() {
        assertThat(flaws(3, Map.of("cleanup.policy", "compact"), false))
                .containsExactly("is compacted, which takes records away");
        assertThat(flaws(3, Map.of("retention.bytes", "1000000"), false))
                .singleElement()
                .asString()
                .contains("retention.bytes");
        assertThat(flaws(3, Map.of("unclean.leader.election.enable", "true"), false))
                .singleElement()
                .asString()
                .contains("unclean.leader.election");
    }

    private static List<String> flaws(
            int replicas, Map<String, String> changed, boolean singleBrokerAccepted) {
        List<Node> nodes =
                IntStream.range(0, replicas)
                        .mapToObj(id -> new Node(id, "broker.example.org", 9092))
                        .toList();
        TopicDescription topic =
                new TopicDescription(
                        Topics.INBOUND,
                        false,
                        List.of(new TopicPartitionInfo(0, nodes.getFirst(), nodes, nodes)));
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "cleanup.policy", "delete",
                                "retention.bytes", "-1",
                                "unclean.leader.election.enable", "false",
                                "min.insync.replicas", "2",
                                "flush.messages", "9223372036854775807"));
        settings.putAll(changed);
        List<ConfigEntry> entries =
                settings.entrySet().stream()
                        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                        .toList();
        return TopicFlaws.of(topic, new Config(entries), singleBrokerAccepted);
    }
}
