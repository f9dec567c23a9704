package praxis.sandbox.database;

import java.util.Optional;
import java.util.UUID;

/**
 * One row of the event log, as far as it tells one event from another.
 *
 * @param practice empty where the record named none
 * @param webhookId the signed id, where there is one
 * @param type empty where the body named none
 * @param digest of the raw bytes, in hex; empty when they have been erased
 */
public record LoggedEvent(
        UUID id,
        int partition,
        long offset,
        String practice,
        Optional<String> webhookId,
        String type,
        String status,
        String digest) {}
