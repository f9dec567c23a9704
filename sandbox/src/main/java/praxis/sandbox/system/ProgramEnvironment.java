package praxis.sandbox.system;

import praxis.sandbox.system.Secrets.Login;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each program is told by its environment: what it needs, and no other one's secrets. */
public final class ProgramEnvironment {
    private static final String LOOPBACK = "127.0.0.1";

    private final Secrets secrets;
    private final String kafkaBootstrap;
    private final String databaseUrl;
    private final int rateLimitPerMinute;
    private final Optional<URI> edge;

    public ProgramEnvironment(
            Secrets secrets, String kafkaBootstrap, String databaseUrl, int rateLimitPerMinute) {
        this(secrets, kafkaBootstrap, databaseUrl, rateLimitPerMinute, Optional.empty());
    }

    private ProgramEnvironment(
            Secrets secrets,
            String kafkaBootstrap,
            String databaseUrl,
            int rateLimitPerMinute,
            Optional<URI> edge) {
        this.secrets = secrets;
        this.kafkaBootstrap = kafkaBootstrap;
        this.databaseUrl = databaseUrl;
        this.rateLimitPerMinute = rateLimitPerMinute;
        this.edge = edge;
    }

    /** With admins shown this address as the one that the booking tool posts to. */
    ProgramEnvironment showing(URI address) {
        return new ProgramEnvironment(
                secrets, kafkaBootstrap, databaseUrl, rateLimitPerMinute, Optional.of(address));
    }

    Map<String, String> of(Program program, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PRAXIS_KAFKA_BOOTSTRAP", kafkaBootstrap);
        environment.put("PRAXIS_MAIN_KEY", secrets.mainKey());
        environment.putAll(
                switch (program) {
                    case INGEST_EDGE -> edge(port);
                    case EVENT_PROCESSOR -> processor(port);
                    case READ_API -> read(port);
                });
        return environment;
    }

    private Map<String, String> edge(int port) {
        return with(
                database(Login.LIMITER),
                Map.of(
                        "PRAXIS_EDGE_HOST", LOOPBACK,
                        "PRAXIS_EDGE_PORT", Integer.toString(port),
                        "PRAXIS_RATE_LIMIT_PER_MINUTE", Integer.toString(rateLimitPerMinute),
                        "BOOKING_WEBHOOK_SECRET", secrets.webhook().text()));
    }

    private Map<String, String> processor(int port) {
        return with(
                database(Login.PROCESSOR),
                Map.of(
                        "PRAXIS_PROCESSOR_HOST", LOOPBACK,
                        "PRAXIS_PROCESSOR_PORT", Integer.toString(port),
                        "PRAXIS_DB_MIGRATOR_USER", Login.MIGRATOR.role(),
                        "PRAXIS_DB_MIGRATOR_PASSWORD", secrets.password(Login.MIGRATOR),
                        "PRAXIS_SINGLE_BROKER", "accepted",
                        "PRAXIS_RATE_LIMIT_PER_MINUTE", Integer.toString(rateLimitPerMinute),
                        "PRAXIS_COMMAND_KEY", secrets.commandKey(),
                        "BOOKING_WEBHOOK_SECRET", secrets.webhook().text()));
    }

    private Map<String, String> read(int port) {
        return with(
                with(database(Login.READER), webhooks()),
                Map.of(
                        "PRAXIS_READ_HOST",
                        LOOPBACK,
                        "PRAXIS_READ_PORT",
                        Integer.toString(port),
                        "PRAXIS_JWT_SECRET",
                        secrets.jwtSecret(),
                        "PRAXIS_JWT_ISSUER",
                        "praxis",
                        "PRAXIS_JWT_AUDIENCE",
                        "praxis",
                        "PRAXIS_COMMAND_KEY",
                        secrets.commandKey()));
    }

    private Map<String, String> webhooks() {
        return edge.map(address -> Map.of("PRAXIS_WEBHOOK_BASE_URL", address.toString()))
                .orElseGet(Map::of);
    }

    private Map<String, String> database(Login login) {
        return Map.of(
                "PRAXIS_DB_URL", databaseUrl,
                "PRAXIS_DB_USER", login.role(),
                "PRAXIS_DB_PASSWORD", secrets.password(login));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }
}
