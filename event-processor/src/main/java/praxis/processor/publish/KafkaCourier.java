package praxis.processor.publish;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

import praxis.processor.model.OutboxRow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Brings announcements to the broker. A producer in which a send has failed is ended on the spot,
 * by the thread that learned of it: left alone it would number what follows anew and send it, past
 * the one that failed.
 */
public final class KafkaCourier implements Courier, AutoCloseable {
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final AtomicReference<@Nullable Producer<byte[], byte[]>> producer =
            new AtomicReference<>();
    private volatile boolean closed;

    /**
     * @param producers make them as {@link ProducerSettings#publishing} says
     */
    public KafkaCourier(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    @Override
    public Delivery deliver(List<OutboxRow> rows) {
        List<CompletableFuture<?>> answers = new ArrayList<>(rows.size());
        Producer<byte[], byte[]> ready;
        try {
            ready = ready();
        } catch (RuntimeException failed) {
            return new Delivery(0, Optional.of(failed));
        }
        try {
            for (OutboxRow row : rows) {
                answers.add(send(ready, row));
            }
            return await(answers, Optional.empty());
        } catch (RuntimeException failed) {
            // Also of a producer that has been ended meanwhile; then an answer says why.
            end(ready);
            return await(answers, Optional.of(failed));
        }
    }

    private CompletableFuture<?> send(Producer<byte[], byte[]> ready, OutboxRow row) {
        CompletableFuture<@Nullable Void> answer = new CompletableFuture<>();
        var _ =
                ready.send(
                        CloudEvents.record(row),
                        (_, failure) -> {
                            if (failure == null) {
                                answer.complete(null);
                            } else {
                                end(ready);
                                answer.completeExceptionally(failure);
                            }
                        });
        return answer;
    }

    private void end(Producer<byte[], byte[]> failed) {
        failed.close(Duration.ZERO);
        producer.compareAndSet(failed, null);
    }

    private static Delivery await(List<CompletableFuture<?>> answers, Optional<Throwable> refused) {
        for (int acknowledged = 0; acknowledged < answers.size(); acknowledged++) {
            try {
                answers.get(acknowledged).join();
            } catch (CompletionException failed) {
                return new Delivery(acknowledged, Optional.ofNullable(failed.getCause()));
            }
        }
        return new Delivery(answers.size(), refused);
    }

    /** Made late, because making one fails while the broker's name cannot be resolved. */
    private Producer<byte[], byte[]> ready() {
        Producer<byte[], byte[]> held = producer.get();
        if (held != null) {
            return held;
        }
        Producer<byte[], byte[]> made = producers.get();
        producer.set(made);
        if (closed) {
            made.close(Duration.ZERO);
        }
        return made;
    }

    /** What is under way fails, and will be sent again by whoever comes next. */
    @Override
    public void close() {
        closed = true;
        Producer<byte[], byte[]> held = producer.get();
        if (held != null) {
            held.close(Duration.ZERO);
        }
    }
}
