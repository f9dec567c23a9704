package praxis.processor.start;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Looks whether the inbound topic keeps what it is given, and makes it where it may. */
public final class InboundTopicCheck {
    private final Map<String, Object> clientConfig;
    private final boolean singleBrokerAccepted;

    public InboundTopicCheck(Map<String, Object> clientConfig, boolean singleBrokerAccepted) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.singleBrokerAccepted = singleBrokerAccepted;
    }

    /**
     * @param mayCreate false where the database was filled from the topic already: a new one in its
     *     place would hide the loss
     */
    Outcome<Installation> run(boolean mayCreate) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(clientConfig)) {
            Optional<String> obstacle =
                    new MissingTopics(admin, singleBrokerAccepted).create(mayCreate);
            return obstacle.isPresent()
                    ? new Outcome.Refused<>("Not started: " + obstacle.get())
                    : examine(admin);
        }
    }

    private Outcome<Installation> examine(Admin admin)
            throws InterruptedException, ExecutionException {
        TopicDescription topic =
                only(admin.describeTopics(List.of(Topics.INBOUND)).allTopicNames().get());
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.INBOUND);
        Config settings = only(admin.describeConfigs(List.of(resource)).all().get());
        List<String> flaws = TopicFlaws.of(topic, settings, singleBrokerAccepted);
        return flaws.isEmpty()
                ? new Outcome.Done<>(
                        new Installation(
                                new Position.TopicId(topic.topicId().toString()),
                                topic.partitions().size()))
                : new Outcome.Refused<>(
                        "Not started: "
                                + Topics.INBOUND
                                + " "
                                + String.join(", and ", flaws)
                                + ".");
    }

    private static <T> T only(Map<?, T> answers) {
        return answers.values().iterator().next();
    }
}
