package praxis.processor.start;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

import praxis.schemas.record.TopicSettings;
import praxis.schemas.record.TopicSettings.Durability;
import praxis.schemas.record.Topics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Makes those of our topics that are not there. */
final class MissingTopics {
    private static final int ENOUGH_BROKERS = 3;

    private final Admin admin;
    private final boolean singleBrokerAccepted;

    MissingTopics(Admin admin, boolean singleBrokerAccepted) {
        this.admin = admin;
        this.singleBrokerAccepted = singleBrokerAccepted;
    }

    /** What stands in the way, as a sentence. */
    Optional<String> create(boolean mayCreateInbound)
            throws InterruptedException, ExecutionException {
        Durability durability = durability();
        Set<String> there = admin.listTopics().names().get();
        List<NewTopic> missing =
                TopicSettings.all(durability).stream()
                        .filter(topic -> !there.contains(topic.name()))
                        .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        if (!mayCreateInbound && !there.contains(Topics.INBOUND)) {
            return Optional.of(
                    Topics.INBOUND + " is gone, and this database was filled from it already.");
        }
        if (durability == Durability.ONE_BROKER && !singleBrokerAccepted) {
            return Optional.of(
                    "topics that survive the loss of a broker need three; with fewer, say"
                            + " PRAXIS_SINGLE_BROKER=accepted.");
        }
        create(missing);
        return Optional.empty();
    }

    private Durability durability() throws InterruptedException, ExecutionException {
        int brokers = admin.describeCluster().nodes().get().size();
        return brokers < ENOUGH_BROKERS ? Durability.ONE_BROKER : Durability.THREE_BROKERS;
    }

    private void create(List<NewTopic> missing) throws InterruptedException, ExecutionException {
        for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException failed) {
                // Another processor that starts at this moment was faster.
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
    }
}
