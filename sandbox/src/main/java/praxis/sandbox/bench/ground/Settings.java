package praxis.sandbox.bench.ground;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;

import praxis.sandbox.bench.measure.Distribution;
import praxis.sandbox.system.Program;
import praxis.schemas.record.Topics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What figures depend on, read from what is really running and not from what was meant. */
public final class Settings {
    private static final List<String> DATABASE =
            List.of(
                    "server_version",
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "wal_level",
                    "shared_buffers",
                    "max_wal_size");
    private static final List<String> TOPIC =
            List.of("flush.messages", "min.insync.replicas", "compression.type");

    private Settings() {}

    public static Map<String, String> of(Ground ground, List<Program> programs)
            throws SQLException, IOException, InterruptedException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("machine", machine());
        settings.put("disk", disk(ground));
        settings.put("database", database(ground));
        settings.put("broker", broker(ground));
        for (Program program : programs) {
            settings.put(program.module(), String.join(" ", program.javaFlags()));
        }
        return settings;
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores for everything, load %.1f before, %s %s, Java %s",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                system.getName(),
                system.getArch(),
                Runtime.version());
    }

    private static String disk(Ground ground) throws IOException {
        Distribution sync = DiskProbe.of(ground.files().data());
        return String.format(
                Locale.ROOT,
                "append and sync of 8 KiB: p50 %.2f ms, p99 %.2f ms",
                sync.p50(),
                sync.p99());
    }

    private static String database(Ground ground) throws SQLException {
        StringBuilder text = new StringBuilder("PostgreSQL");
        try (Connection connection = ground.database();
                Statement statement = connection.createStatement()) {
            for (String name : DATABASE) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    text.append(", ").append(name).append('=').append(row.getString(1));
                }
            }
        }
        return text.toString();
    }

    private static String broker(Ground ground) throws InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.INBOUND);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ground.kafkaBootstrap()))) {
            int brokers = admin.describeCluster().nodes().get().size();
            Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            StringBuilder text = new StringBuilder("Kafka, brokers=" + brokers);
            if (config != null) {
                TOPIC.forEach(
                        name ->
                                text.append(", ")
                                        .append(name)
                                        .append('=')
                                        .append(config.get(name).value()));
            }
            return text.append(", acks=all").toString();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not tell its settings", failed);
        }
    }
}
