package praxis.edge.append;

import praxis.schemas.record.InboundRecord;

import java.util.concurrent.CompletableFuture;

/** Where what was signed is kept; must never block who asks. */
public interface InboundLog {
    /** Completes while an answer is still in time, and never exceptionally. */
    CompletableFuture<Appended> append(InboundRecord record);
}
