package praxis.processor;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

import praxis.processor.crash.CrashPoints;
import praxis.processor.crash.CrashingConsumer;
import praxis.processor.crash.CrashingDriver;
import praxis.processor.crash.CrashingProducer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The processor program, which does what it is told on its standard input: begins, opens a chapter,
 * halts at a point. Which points it passes in a chapter it notes in the file that is its argument.
 */
final class CrashingProcessor {
    static final int HALTED = 99;

    /** Followed by the JDBC URL. */
    static final String BEGIN = "begin ";

    static final String CHAPTER = "chapter: ";

    /** Followed by the point; noted as soon as it is heard. */
    static final String CRASH = "crash at: ";

    private final Path journal;
    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<String> database = new CompletableFuture<>();
    private volatile String crashAt = "";

    private CrashingProcessor(Path journal) {
        this.journal = journal;
    }

    public static void main(String[] arguments) throws IOException {
        CrashingProcessor here = new CrashingProcessor(Path.of(arguments[0]));
        CrashingDriver.takeOver(here::pass, here.database);
        if (!(ProcessorConfig.read(System.getenv())
                instanceof ProcessorConfig.Reading.Usable(var config))) {
            throw new IllegalArgumentException("unusable settings");
        }
        ConfigurableApplicationContext context =
                ProcessorApplication.program(config)
                        .sources(HandlingWiring.class)
                        .initializers(
                                (GenericApplicationContext beans) ->
                                        beans.getBeanFactory()
                                                .addBeanPostProcessor(new Around(here::pass)))
                        .run();
        here.obey(context);
    }

    private void obey(ConfigurableApplicationContext context) throws IOException {
        BufferedReader words =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            if (word.startsWith(BEGIN)) {
                database.complete(word.substring(BEGIN.length()));
                Thread.ofPlatform().start(() -> ProcessorApplication.begin(context));
            } else if (word.startsWith(CHAPTER)) {
                note(word);
                passed.clear();
            } else if (word.startsWith(CRASH)) {
                note(word);
                crashAt = word.substring(CRASH.length());
            }
        }
        // Whoever gave the words is gone, and nobody else would end this.
        Runtime.getRuntime().halt(HALTED);
    }

    /** No hook runs, nothing is flushed, nobody is told: as with a cut of the power. */
    private void pass(String point) {
        if (passed.add(point)) {
            note(point);
        }
        if (point.equals(crashAt)) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private synchronized void note(String line) {
        try {
            Files.writeString(
                    journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Stands between the program and Kafka. Whoever sends gets points too, where a bean of the name
     * {@value #PRODUCERS} supplies his producers.
     */
    private record Around(CrashPoints points) implements BeanPostProcessor {
        private static final String PRODUCERS = "producers";

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return switch (bean) {
                case DefaultKafkaConsumerFactory<?, ?> factory -> aroundConsumers(factory);
                case Supplier<?> producers when name.equals(PRODUCERS) ->
                        aroundProducers(producers);
                default -> bean;
            };
        }

        @SuppressWarnings("unchecked")
        private Object aroundConsumers(DefaultKafkaConsumerFactory<?, ?> factory) {
            ((DefaultKafkaConsumerFactory<byte[], byte[]>) factory)
                    .addPostProcessor(
                            (Consumer<byte[], byte[]> real) ->
                                    CrashingConsumer.around(real, points));
            return factory;
        }

        @SuppressWarnings("unchecked")
        private Supplier<Producer<byte[], byte[]>> aroundProducers(Supplier<?> producers) {
            Supplier<Producer<byte[], byte[]>> real =
                    (Supplier<Producer<byte[], byte[]>>) producers;
            return () -> CrashingProducer.around(real.get(), points);
        }
    }
}
