package praxis.testkit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a broker that is its own controller and has no companions. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int MEBIBYTE = 1 << 20;

    private BrokerProperties() {}

    static Map<String, String> of(Path dataDirectory, int port, int controllerPort) {
        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put(
                "listeners",
                "BROKER://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
        properties.put("advertised.listeners", advertised(port));
        properties.put("log.dirs", dataDirectory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(alone());
        properties.putAll(small());
        return properties;
    }

    /** Where clients are told to connect. */
    static String advertised(int port) {
        return "BROKER://%s:%d".formatted(HOST, port);
    }

    private static Map<String, String> alone() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                // Nobody could take over, so a machine that stalls must not get its only broker
                // fenced; and nobody follows the metadata, so an idle broker need not write it.
                "broker.session.timeout.ms", "60000",
                "metadata.max.idle.interval.ms", "0");
    }

    /** A machine with two cores also has four other programs to run. */
    private static Map<String, String> small() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 * MEBIBYTE),
                "log.cleaner.io.buffer.size", Integer.toString(MEBIBYTE / 4),
                "controlled.shutdown.max.retries", "1");
    }
}
