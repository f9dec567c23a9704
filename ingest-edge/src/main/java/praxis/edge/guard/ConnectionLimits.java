package praxis.edge.guard;

import java.time.Duration;

/**
 * How much patience and memory one client, and all of them together, can use up.
 *
 * @param bodyBytes that are accepted
 * @param requestWithin from a request's first byte (on a new connection, from its beginning) to its
 *     last; idle connections that have sent a request are none of its business
 * @param requestBytes of one request as it is sent, headers included. Well above what is accepted:
 *     a client that sends too much shall read why before it is cut off
 * @param unfinishedBytes of all requests that are not complete yet
 * @param connections open at the same time
 */
public record ConnectionLimits(
        int bodyBytes,
        Duration requestWithin,
        long requestBytes,
        long unfinishedBytes,
        int connections) {}
