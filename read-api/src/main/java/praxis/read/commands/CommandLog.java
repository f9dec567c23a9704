package praxis.read.commands;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Appends to the inbound log over one shared producer. That is made when it is first needed: the
 * read API serves readers whether there is a broker or not.
 */
public final class CommandLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);

    /** Longer than whatever the producer may take: reached only when it hangs. */
    private static final Duration PATIENCE =
            ProducerSettings.BLOCK.plus(ProducerSettings.DELIVERY).plusSeconds(1);

    private static final Duration FLUSH_AT_MOST = Duration.ofSeconds(1);
    private static final Appended UNCONFIRMED = new Appended.Unconfirmed();

    private final String bootstrap;
    private @Nullable Producer<byte[], byte[]> producer;

    public CommandLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** What became of a record. */
    sealed interface Appended {
        /** The broker holds it, and it cannot be lost. */
        record At(int partition, long offset) implements Appended {}

        /** Nobody said in time that the broker holds it; it may be there all the same. */
        record Unconfirmed() implements Appended {}
    }

    /** Waits for the broker, for a few seconds at most. */
    Appended append(ProducerRecord<byte[], byte[]> record) {
        try {
            Producer<byte[], byte[]> through = producer();
            try {
                return read(through.send(record).get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof RetriableException)) {
                    giveUp(through);
                }
                return unconfirmed(failed.getCause());
            } catch (KafkaException | IllegalStateException | TimeoutException spent) {
                giveUp(through);
                return unconfirmed(spent);
            }
        } catch (KafkaException noAddress) {
            return unconfirmed(noAddress);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return UNCONFIRMED;
        }
    }

    private static Appended read(RecordMetadata acknowledged) {
        return acknowledged.hasOffset()
                ? new Appended.At(acknowledged.partition(), acknowledged.offset())
                : UNCONFIRMED;
    }

    /** Names the kind of failure alone: its message may hold addresses. */
    private static Appended unconfirmed(@Nullable Throwable why) {
        LOG.warn(
                "a command was not acknowledged: {}",
                why == null ? "unknown" : why.getClass().getSimpleName());
        return UNCONFIRMED;
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> existing = producer;
        if (existing == null) {
            existing = new KafkaProducer<>(ProducerSettings.of(bootstrap));
            producer = existing;
        }
        return existing;
    }

    /** Some failures, such as a refused right, leave a producer unusable for ever. */
    private synchronized void giveUp(Producer<byte[], byte[]> spent) {
        if (spent.equals(producer)) {
            producer = null;
            spent.close(Duration.ZERO);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(FLUSH_AT_MOST);
            producer = null;
        }
    }
}
