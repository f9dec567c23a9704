package praxis.sandbox.bench.floor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.runtime.server.EmbeddedServer;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * The least that is an edge: a Micronaut server that computes the signature, appends and answers.
 * No checks beyond that, no limits, no deadlines, no metrics: a floor to measure against.
 */
@Factory
public final class BareEdgeApplication {
    static final String PORT = "BENCH_EDGE_PORT";
    static final String BOOTSTRAP = "BENCH_KAFKA_BOOTSTRAP";
    static final String SECRET = "BENCH_SECRET";

    /** What this process was told. */
    record Setup(int port, String bootstrap, String secret) {
        @Override
        public String toString() {
            return "Setup[port=" + port + "]";
        }
    }

    @Singleton
    @Bean(preDestroy = "close")
    Producer<byte[], byte[]> producer(Setup setup) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        setup.bootstrap(),
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                        ByteArraySerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        ByteArraySerializer.class,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0));
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Setup setup =
                new Setup(
                        Integer.parseInt(environment.getOrDefault(PORT, "0")),
                        environment.getOrDefault(BOOTSTRAP, ""),
                        environment.getOrDefault(SECRET, ""));
        EmbeddedServer server =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .environmentPropertySource(false)
                        .banner(false)
                        .properties(
                                Map.of(
                                        "micronaut.server.host",
                                        "127.0.0.1",
                                        "micronaut.server.port",
                                        setup.port()))
                        .singletons(setup)
                        .start()
                        .getBean(EmbeddedServer.class)
                        .start();
        awaitEndOfInput();
        server.close();
    }

    /** Whoever started this holds its standard input open for as long as it is needed. */
    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.err.println("bare-edge: " + gone.getMessage());
        }
    }
}
