package praxis.testkit;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A real Kafka broker, its own controller, in this process. It keeps its data over restarts and
 * listens on the loopback address only.
 */
public final class KafkaBroker implements Broker {
    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Returns when the broker takes requests.
     *
     * @param dataDirectory made and formatted when it is empty
     * @param port 0 takes a free one
     */
    public static KafkaBroker start(Path dataDirectory, int port) {
        int brokerPort = FreePorts.orNext(port);
        Map<String, String> properties =
                BrokerProperties.of(dataDirectory, brokerPort, FreePorts.next());
        return start(dataDirectory, brokerPort, properties);
    }

    /**
     * For a broker that is to be killed, and stands behind something that passes connections on.
     *
     * @param advertisedPort where its clients are told to connect
     * @param session after so long without a word from it, a killed broker may start again
     */
    public static KafkaBroker startMortal(
            Path dataDirectory, int port, int advertisedPort, Duration session) {
        Map<String, String> properties = BrokerProperties.of(dataDirectory, port, FreePorts.next());
        properties.put("advertised.listeners", BrokerProperties.advertised(advertisedPort));
        properties.put("broker.session.timeout.ms", Long.toString(session.toMillis()));
        return start(dataDirectory, port, properties);
    }

    private static KafkaBroker start(Path dataDirectory, int port, Map<String, String> properties) {
        format(dataDirectory);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, port);
    }

    @Override
    public String bootstrap() {
        return BrokerProperties.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void createTopics() {
        TopicSetup.createAt(bootstrap());
    }

    /** Returns when everything is on disk and the port is free again. */
    @Override
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path dataDirectory) {
        if (Files.exists(dataDirectory.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = silent()) {
            Files.createDirectories(dataDirectory);
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(dataDirectory.toString())
                    .setMetadataLogDirectory(dataDirectory.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception refused) {
            throw new IllegalStateException("cannot format " + dataDirectory, refused);
        }
    }

    private static PrintStream silent() throws IOException {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
