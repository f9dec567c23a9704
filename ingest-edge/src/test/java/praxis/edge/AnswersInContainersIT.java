package praxis.edge;

import org.testcontainers.junit.jupiter.Testcontainers;

import praxis.testkit.Broker;
import praxis.testkit.container.ContainerKafka;

import java.nio.file.Path;

/** The edge answers with the broker of docker-compose.yml, where an engine is. */
@Testcontainers(disabledWithoutDocker = true)
class AnswersInContainersIT extends AnswersContract {
    @Override
    Broker startBroker(Path data) {
        return ContainerKafka.start();
    }
}
