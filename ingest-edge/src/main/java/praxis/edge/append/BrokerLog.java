package praxis.edge.append;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Appends records to the inbound topic without ever blocking the caller. */
public final class BrokerLog implements InboundLog {
    private static final Appended UNCONFIRMED = new Appended.Unconfirmed();

    private final TopicWatch watch;
    private final Duration deadline;
    private final InstantSource clock;

    /**
     * Appends over whatever link the watch has.
     *
     * @param deadline from a request's last byte: how long anybody is kept waiting for the broker
     */
    public BrokerLog(TopicWatch watch, Duration deadline, InstantSource clock) {
        this.watch = watch;
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Appended> append(InboundRecord record) {
        Optional<TopicLink> link = watch.link();
        if (link.isEmpty()) {
            return CompletableFuture.completedFuture(UNCONFIRMED);
        }
        CompletableFuture<Appended> outcome = new CompletableFuture<>();
        send(link.get(), record, outcome);
        return outcome.completeOnTimeout(UNCONFIRMED, left(record).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What came before (a signature, a first class to be loaded) is not given back. */
    private Duration left(InboundRecord record) {
        Duration spent = Duration.between(record.receivedAt(), clock.instant());
        return spent.isNegative() ? deadline : deadline.minus(spent);
    }

    private void send(TopicLink link, InboundRecord record, CompletableFuture<Appended> outcome) {
        try {
            // The future it returns says the same as the callback.
            var _ =
                    link.producer()
                            .send(
                                    record.toProducerRecord(),
                                    (acknowledged, failure) ->
                                            outcome.complete(read(link, acknowledged, failure)));
        } catch (KafkaException broken) {
            watch.doubtProducerOf(link);
            outcome.complete(UNCONFIRMED);
        } catch (IllegalStateException justReplaced) {
            outcome.complete(UNCONFIRMED);
        }
    }

    private Appended read(
            TopicLink link, RecordMetadata acknowledged, @Nullable Exception failure) {
        if (failure != null) {
            if (!(failure instanceof RetriableException)) {
                watch.doubtProducerOf(link);
            }
            return UNCONFIRMED;
        }
        Optional<Position> position = link.positionOf(acknowledged);
        if (position.isEmpty()) {
            watch.doubt(link);
        }
        return position.<Appended>map(Appended.At::new).orElse(UNCONFIRMED);
    }
}
