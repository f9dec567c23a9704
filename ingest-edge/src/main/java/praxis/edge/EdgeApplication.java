package praxis.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import praxis.edge.append.BrokerLog;
import praxis.edge.append.InboundLog;
import praxis.edge.append.TopicWatch;
import praxis.edge.config.EdgeConfig;
import praxis.edge.guard.ConnectionLimits;
import praxis.edge.guard.GuardCustomizer;
import praxis.edge.measure.EdgeMetrics;
import praxis.edge.receive.Intake;
import praxis.edge.receive.RecordMaker;
import praxis.edge.rehearse.Rehearsal;
import praxis.edge.rehearse.RehearsalLog;
import praxis.edge.secrets.EnvironmentSecretRings;
import praxis.edge.secrets.SecretRings;
import praxis.edge.verify.SignatureVerifier;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The edge's table of contents: its parts, and how they hang together. */
@Factory
public final class EdgeApplication {
    /**
     * From a request's last byte, as it is read here. Leaves a quarter of the promised second for
     * the ways in and out on a machine that is short of time; the broker's client gives up before.
     */
    private static final Duration DEADLINE = Duration.ofMillis(750);

    private static final int KIB = 1024;
    private static final int BODY_BYTES = 256 * KIB;
    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(8);
    private static final long REQUEST_BYTES = 1_500 * KIB;
    private static final long UNFINISHED_BYTES = 64L * KIB * KIB;
    private static final int CONNECTIONS = 2_000;

    /** A patience below the promised ten seconds, and memory that a heap of 256 MB can spare. */
    private static final ConnectionLimits CONNECTION_LIMITS =
            new ConnectionLimits(
                    BODY_BYTES, REQUEST_WITHIN, REQUEST_BYTES, UNFINISHED_BYTES, CONNECTIONS);

    /** With the broker away, senders hear 503 all the same, only a little later. */
    private static final Duration BROKER_WITHIN = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(EdgeApplication.class);
    private static final int EXIT_UNUSABLE_SETTINGS = 2;
    private static final int EXIT_NO_SERVER = 1;

    @Singleton
    SecretRings secretRings(EdgeConfig config) {
        return new EnvironmentSecretRings(config.webhookSecret());
    }

    @Context
    @Bean(preDestroy = "close")
    @Requires(missingBeans = RehearsalLog.class)
    TopicWatch topicWatch(EdgeConfig config) {
        TopicWatch watch = new TopicWatch(config.kafkaBootstrap());
        watch.start();
        return watch;
    }

    @Singleton
    @Requires(missingBeans = RehearsalLog.class)
    InboundLog inboundLog(TopicWatch watch, InstantSource clock) {
        return new BrokerLog(watch, DEADLINE, clock);
    }

    @Singleton
    EdgeMetrics metrics(MeterRegistry registry) {
        return new EdgeMetrics(registry);
    }

    @Singleton
    GuardCustomizer guard(EdgeMetrics metrics) {
        return new GuardCustomizer(CONNECTION_LIMITS, metrics::cutOff, metrics::start);
    }

    @Singleton
    Intake intake(SecretRings rings, InboundLog log, EdgeMetrics metrics) {
        RecordMaker records = new RecordMaker(new SecureRandom());
        return new Intake(rings, new SignatureVerifier(), records, log, metrics);
    }

    public static void main(String[] arguments) {
        switch (EdgeConfig.read(System.getenv())) {
            case EdgeConfig.Reading.Unusable(String sentence) ->
                    exit(sentence, EXIT_UNUSABLE_SETTINGS);
            case EdgeConfig.Reading.Usable(EdgeConfig config) -> serve(config);
        }
    }

    private static void serve(EdgeConfig config) {
        InstantSource clock = Clock.systemUTC();
        ApplicationContext edge = context(config, clock);
        // The topic is being looked for meanwhile.
        rehearse(clock);
        edge.getBean(TopicWatch.class).awaitTopic(BROKER_WITHIN);
        try {
            EmbeddedServer server = edge.getBean(EmbeddedServer.class).start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        } catch (ServerStartupException noServer) {
            exit("cannot listen on port " + config.port() + ".", EXIT_NO_SERVER);
        }
    }

    /** An edge that could not rehearse is slower at first, and no worse. */
    static void rehearse(InstantSource clock) {
        Rehearsal rehearsal = new Rehearsal(clock, new SecureRandom());
        try (ApplicationContext stage = context(rehearsal.config(), clock, new RehearsalLog())) {
            EmbeddedServer server = stage.getBean(EmbeddedServer.class).start();
            LOG.info("rehearsed with {} requests", rehearsal.run(server.getPort()));
        } catch (IOException | ServerStartupException failed) {
            LOG.warn("the rehearsal was broken off: {}", failed.getMessage());
        }
    }

    /** Returns once webhooks are answered; whether they can be stored is another matter. */
    static EmbeddedServer start(EdgeConfig config, InstantSource clock) {
        return context(config, clock).getBean(EmbeddedServer.class).start();
    }

    /** Has no open port yet. */
    static ApplicationContext context(EdgeConfig config, Object... parts) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(serverSettings(config))
                .singletons(config)
                .singletons(parts)
                .start();
    }

    private static Map<String, Object> serverSettings(EdgeConfig config) {
        int anyFreePort = -1;
        return Map.of(
                "micronaut.server.host", config.host(),
                "micronaut.server.port", config.port() == 0 ? anyFreePort : config.port(),
                "micronaut.server.max-request-size", CONNECTION_LIMITS.bodyBytes(),
                "micronaut.server.max-request-buffer-size", CONNECTION_LIMITS.bodyBytes());
    }

    private static void exit(String sentence, int code) {
        System.err.println("ingest-edge: " + sentence);
        System.exit(code);
    }
}
