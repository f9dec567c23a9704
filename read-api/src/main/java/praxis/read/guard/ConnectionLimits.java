package praxis.read.guard;

import java.time.Duration;

/**
 * How much patience one client, and all of them together, can use up.
 *
 * @param requestWithin from a request's first byte (on a new connection, from its beginning) to its
 *     last; idle connections that have sent a request are none of its business
 * @param requestBytes of one request as it is sent, headers included
 * @param takenWithin how long an answer may wait without enough of it being taken
 * @param takenBytes how much is enough: a phone on a bad line may take its time
 * @param connections open at the same time
 */
public record ConnectionLimits(
        Duration requestWithin,
        long requestBytes,
        Duration takenWithin,
        long takenBytes,
        int connections) {}
