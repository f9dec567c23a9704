package praxis.processor;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.Outbox;
import praxis.processor.consume.ClientSettings;
import praxis.processor.consume.InboundConsumption;
import praxis.processor.consume.PartitionBoard;
import praxis.processor.handle.InboundHandler;
import praxis.processor.publish.KafkaCourier;
import praxis.processor.publish.OutboxBoard;
import praxis.processor.publish.OutboxPublication;
import praxis.processor.publish.ProducerSettings;
import praxis.processor.start.Installation;
import praxis.processor.start.Migration;
import praxis.processor.start.StartStage;
import praxis.processor.start.Startup;
import praxis.processor.start.TopicCheck;
import praxis.processor.watch.ConsumerHealth;
import praxis.processor.watch.OutboxGauges;
import praxis.processor.watch.OutboxHealth;
import praxis.processor.watch.PartitionGauges;
import praxis.processor.watch.ProcessorHealth;
import praxis.processor.watch.RecordCounters;
import praxis.processor.watch.TopicWatch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * The table of contents: every part of the running processor and what it is made of. Spring Boot
 * configures the web server, health and metrics by itself, nothing else.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ProcessorWiring {
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> web(ProcessorConfig config) {
        return server -> {
            server.setPort(config.web().port());
            try {
                server.setAddress(InetAddress.getByName(config.web().host()));
            } catch (UnknownHostException unknown) {
                throw new IllegalArgumentException("PRAXIS_PROCESSOR_HOST is unknown", unknown);
            }
        };
    }

    // --- start -----------------------------------------------------------------------------

    @Bean
    StartStage stage() {
        return new StartStage();
    }

    @Bean
    Startup startup(ProcessorConfig config, StartStage stage, Installation.Memory memory) {
        return new Startup(
                stage,
                new Migration(migrator(config.database())),
                new TopicCheck(
                        ClientSettings.asking(kafka(config)),
                        config.kafka().singleBrokerAccepted()),
                memory);
    }

    // --- consume ---------------------------------------------------------------------------

    @Bean
    PartitionBoard board() {
        return new PartitionBoard();
    }

    @Bean
    ConsumerFactory<byte[], byte[]> consumerFactory(ProcessorConfig config) {
        return new DefaultKafkaConsumerFactory<>(
                ClientSettings.consuming(kafka(config), config.limits().maxPollRecords()));
    }

    @Bean
    InboundConsumption consumption(
            ProcessorConfig config,
            ConsumerFactory<byte[], byte[]> consumers,
            BookingStore store,
            InboundHandler handler,
            PartitionBoard board,
            MeterRegistry registry,
            InstantSource clock) {
        return new InboundConsumption(
                kafka(config),
                new InboundConsumption.Readers(consumers, config.limits().threads()),
                store,
                handler,
                board,
                registry,
                clock);
    }

    // --- publish ---------------------------------------------------------------------------

    @Bean
    OutboxBoard outboxBoard() {
        return new OutboxBoard();
    }

    @Bean
    Supplier<Producer<byte[], byte[]>> producers(ProcessorConfig config) {
        Map<String, Object> settings = ProducerSettings.publishing(kafka(config));
        return () -> new KafkaProducer<>(settings);
    }

    @Bean
    OutboxPublication publication(
            Outbox outbox,
            Supplier<Producer<byte[], byte[]>> producers,
            PartitionBoard partitions,
            OutboxBoard board,
            MeterRegistry registry,
            InstantSource clock) {
        return new OutboxPublication(
                outbox,
                new KafkaCourier(producers),
                () -> partitions.standings().keySet(),
                board,
                registry,
                clock);
    }

    // --- watch -----------------------------------------------------------------------------

    @Bean
    RecordCounters counters(MeterRegistry registry) {
        return new RecordCounters(registry);
    }

    @Bean
    TopicWatch topicWatch(ProcessorConfig config, PartitionBoard board, MeterRegistry registry) {
        return new TopicWatch(
                ClientSettings.asking(kafka(config)), board, new PartitionGauges(registry));
    }

    @Bean("processor")
    ProcessorHealth processorHealth(StartStage stage, PartitionBoard board, TopicWatch topic) {
        return new ProcessorHealth(stage, board, topic);
    }

    @Bean("outbox")
    OutboxHealth outboxHealth(OutboxBoard board, InstantSource clock) {
        return new OutboxHealth(board, clock);
    }

    @Bean
    OutboxGauges outboxGauges(OutboxBoard board, MeterRegistry registry, InstantSource clock) {
        return new OutboxGauges(board, registry, clock);
    }

    @Bean("consumers")
    ConsumerHealth consumerHealth(InboundConsumption consumption, OutboxPublication publication) {
        return new ConsumerHealth(consumption, publication);
    }

    /** Without a pool: it is used at the start only. */
    private static DataSource migrator(ProcessorConfig.Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.migrator().user());
        source.setPassword(database.migrator().password());
        source.setApplicationName("praxis-migrator");
        return source;
    }

    private static Map<String, Object> kafka(ProcessorConfig config) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap());
    }
}
