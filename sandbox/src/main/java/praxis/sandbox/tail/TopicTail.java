package praxis.sandbox.tail;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import praxis.sandbox.system.Trouble;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Follows a topic, all partitions of it, belonging to no group: others lose nothing by it. */
public final class TopicTail {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int ANSWER_MILLIS = 10_000;

    private final String bootstrap;
    private final String topic;

    public TopicTail(String bootstrap, String topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
    }

    /**
     * How to show it.
     *
     * @param json the messages as they are
     * @param fromBeginning also what is there already
     * @param most ends after as many
     */
    public record Options(boolean json, boolean fromBeginning, long most) {}

    /**
     * Returns when it has seen as many as asked for. Ended by Ctrl-C it leaves nothing behind: the
     * broker knows nothing of whoever belongs to no group.
     *
     * @param out is given each message as a line
     */
    public void follow(Options options, Consumer<String> out) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            take(consumer, options.fromBeginning());
            long shown = 0;
            while (shown < options.most()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (shown++ < options.most()) {
                        out.accept(line(record.value(), options.json()));
                    }
                }
            }
        } catch (KafkaException failed) {
            throw new Trouble("The broker at " + bootstrap + " does not answer.", failed);
        }
    }

    private void take(KafkaConsumer<byte[], byte[]> consumer, boolean fromBeginning) {
        List<TopicPartition> all =
                consumer.partitionsFor(topic).stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
        if (all.isEmpty()) {
            throw new Trouble("There is no topic " + topic + " yet; the processor makes it.");
        }
        consumer.assign(all);
        if (fromBeginning) {
            consumer.seekToBeginning(all);
        } else {
            consumer.seekToEnd(all);
            // Only this makes "from now on" mean now, and not the first poll.
            all.forEach(consumer::position);
        }
    }

    private static String line(byte[] value, boolean json) {
        byte[] bytes = value == null ? new byte[0] : value;
        return json ? new String(bytes, StandardCharsets.UTF_8) : MessageLine.of(bytes);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ANSWER_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
