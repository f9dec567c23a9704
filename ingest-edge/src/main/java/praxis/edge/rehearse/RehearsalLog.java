package praxis.edge.rehearse;

import praxis.edge.append.Appended;
import praxis.edge.append.InboundLog;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.Position;
import praxis.schemas.record.Position.TopicId;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands in for the inbound topic during the rehearsal. Knows no broker, so that nothing made up
 * can ever get onto the real one.
 */
public final class RehearsalLog implements InboundLog {
    private static final Appended UNCONFIRMED = new Appended.Unconfirmed();
    private static final TopicId NOWHERE = new TopicId("rehearsal");

    private final AtomicLong next = new AtomicLong();

    /**
     * Answers from another thread, as the broker's client does; history it lets run out of time.
     */
    @Override
    public CompletableFuture<Appended> append(InboundRecord record) {
        if (record.backfill()) {
            return new CompletableFuture<Appended>()
                    .completeOnTimeout(UNCONFIRMED, 1, TimeUnit.MILLISECONDS);
        }
        return CompletableFuture.supplyAsync(
                () -> new Appended.At(new Position(NOWHERE, 0, next.getAndIncrement())));
    }
}
