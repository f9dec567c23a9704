package praxis.processor.publish;

import praxis.processor.model.OutboxRow;

import java.util.List;
import java.util.Optional;

/** Brings announcements to their topics. */
public interface Courier {
    /**
     * Sends the rows in their order, and returns when the broker has answered for all of them or
     * one has failed. After a failure nothing later of the same practice may arrive before it.
     */
    Delivery deliver(List<OutboxRow> rows);

    /**
     * What became of rows.
     *
     * @param acknowledged how many of them, from the first on, the broker certainly has
     * @param failure why the one behind these was not acknowledged; empty if all were
     */
    record Delivery(int acknowledged, Optional<Throwable> failure) {}
}
