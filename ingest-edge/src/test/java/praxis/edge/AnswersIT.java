package praxis.edge;

import praxis.testkit.Broker;
import praxis.testkit.KafkaBroker;

import java.nio.file.Path;

/** The edge answers with the broker that comes with the build. */
class AnswersIT extends AnswersContract {
    @Override
    Broker startBroker(Path data) {
        return KafkaBroker.start(data, 0);
    }
}
