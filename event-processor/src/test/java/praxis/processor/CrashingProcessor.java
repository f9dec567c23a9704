package praxis.processor;

import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

import praxis.processor.crash.CrashPoints;
import praxis.processor.crash.CrashingConsumer;
import praxis.processor.crash.CrashingDriver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processor program, which halts at a point that it is told on its standard input. It begins on
 * the word {@code begin}; the points that it passes it notes in the file that is its argument.
 */
final class CrashingProcessor {
    static final int HALTED = 99;
    static final String BEGIN = "begin";
    static final String CRASH = "crash ";
    static final String ARMED = "armed: ";

    private final Path journal;
    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private volatile String crashAt = "";

    private CrashingProcessor(Path journal) {
        this.journal = journal;
    }

    public static void main(String[] arguments) throws IOException {
        CrashingProcessor here = new CrashingProcessor(Path.of(arguments[0]));
        CrashingDriver.takeOver(here::pass);
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
            if (word.equals(BEGIN)) {
                Thread.ofPlatform().start(() -> ProcessorApplication.begin(context));
            } else if (word.startsWith(CRASH)) {
                crashAt = word.substring(CRASH.length());
                note(ARMED + crashAt);
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

    private record Around(CrashPoints points) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DefaultKafkaConsumerFactory<?, ?> factory) {
                around(factory);
            }
            return bean;
        }

        @SuppressWarnings("unchecked")
        private void around(DefaultKafkaConsumerFactory<?, ?> factory) {
            ((DefaultKafkaConsumerFactory<byte[], byte[]>) factory)
                    .addPostProcessor(
                            (Consumer<byte[], byte[]> real) ->
                                    CrashingConsumer.around(real, points));
        }
    }
}
