package praxis.testkit.container;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

import praxis.testkit.Broker;
import praxis.testkit.TopicSetup;

import java.util.Map;

/** The broker of docker-compose.yml, in a container of its own on any free port. */
public final class ContainerKafka implements Broker {
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.2.2");

    private final KafkaContainer container;

    private ContainerKafka(KafkaContainer container) {
        this.container = container;
    }

    /** Returns when the broker takes requests. */
    public static ContainerKafka start() {
        KafkaContainer container =
                new KafkaContainer(IMAGE)
                        .withEnv(
                                Map.of(
                                        "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                                        "KAFKA_LOG_FLUSH_INTERVAL_MESSAGES", "1",
                                        "KAFKA_BROKER_SESSION_TIMEOUT_MS", "60000"));
        container.start();
        return new ContainerKafka(container);
    }

    @Override
    public String bootstrap() {
        return container.getBootstrapServers();
    }

    @Override
    public void createTopics() {
        TopicSetup.createAt(bootstrap());
    }

    @Override
    public void stop() {
        container.stop();
    }
}
