package praxis.processor.start;

import static java.util.Objects.requireNonNull;

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

/** Looks whether topics keep what they are given, and makes them where it may. */
public final class TopicCheck {
    /** Where losing a record would lose an event, or an announcement of one. */
    private static final List<String> EXAMINED =
            List.of(Topics.INBOUND, Topics.NEEDS_REVIEW, Topics.DEAD_LETTER);

    private final Map<String, Object> clientConfig;
    private final boolean singleBrokerAccepted;

    public TopicCheck(Map<String, Object> clientConfig, boolean singleBrokerAccepted) {
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
        Map<String, TopicDescription> topics = admin.describeTopics(EXAMINED).allTopicNames().get();
        Map<ConfigResource, Config> settings =
                admin.describeConfigs(EXAMINED.stream().map(TopicCheck::resource).toList())
                        .all()
                        .get();
        for (String name : EXAMINED) {
            List<String> flaws =
                    TopicFlaws.of(
                            requireNonNull(topics.get(name)),
                            requireNonNull(settings.get(resource(name))),
                            singleBrokerAccepted);
            if (!flaws.isEmpty()) {
                return new Outcome.Refused<>(
                        "Not started: " + name + " " + String.join(", and ", flaws) + ".");
            }
        }
        TopicDescription inbound = requireNonNull(topics.get(Topics.INBOUND));
        return new Outcome.Done<>(
                new Installation(
                        new Position.TopicId(inbound.topicId().toString()),
                        inbound.partitions().size()));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
