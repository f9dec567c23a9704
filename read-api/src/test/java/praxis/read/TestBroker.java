package praxis.read;

import praxis.testkit.KafkaBroker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One broker with our topics, for all tests that send commands. */
public final class TestBroker {
    private static final KafkaBroker BROKER = start();

    private TestBroker() {}

    public static String bootstrap() {
        return BROKER.bootstrap();
    }

    private static KafkaBroker start() {
        try {
            KafkaBroker broker =
                    KafkaBroker.start(
                            Files.createTempDirectory("praxis-read-broker").resolve("data"), 0);
            broker.createTopics();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::stop, "stop the broker"));
            return broker;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
