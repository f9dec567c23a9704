package praxis.sandbox.chaos.ground;

import praxis.testkit.KafkaBroker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A broker as a process of its own, so that it can be killed. */
public final class ChaosBrokerApplication {
    /** Kafka's own default: so long a killed broker is missed before it may come back. */
    private static final Duration SESSION = Duration.ofSeconds(9);

    private ChaosBrokerApplication() {}

    /**
     * Runs until it is told to end, or whoever started it is gone.
     *
     * @param arguments data directory, port, and the port that clients are told
     */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        boolean first = !Files.exists(data);
        KafkaBroker broker =
                KafkaBroker.startMortal(
                        data,
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        SESSION);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
        if (first) {
            broker.createTopics();
        }
        awaitEndOfInput();
        System.exit(0);
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.err.println("broker: " + gone.getMessage());
        }
    }
}
