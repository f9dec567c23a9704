package praxis.processor.rebuild;

import praxis.processor.model.LogRow;

import java.util.Optional;

/**
 * A row of the event log as it stands in the database.
 *
 * @param row with an empty body where the payload is missing; empty where its columns hold what
 *     nobody of us has ever written
 * @param hasPayload whether its payload is there
 */
record StoredRow(long offset, Optional<LogRow> row, boolean hasPayload) {}
