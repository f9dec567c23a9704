package praxis.processor.rebuild;

import praxis.processor.model.LogRow;

/**
 * A row of the event log as it stands in the database.
 *
 * @param row with an empty body where the payload is missing
 * @param hasPayload whether its payload is there
 */
record StoredRow(LogRow row, boolean hasPayload) {}
