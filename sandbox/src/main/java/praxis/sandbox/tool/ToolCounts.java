package praxis.sandbox.tool;

/**
 * What the tool has seen so far.
 *
 * @param sent deliveries begun; each ends as one of accepted, rejected or given up
 * @param retried attempts after the first
 * @param rejected refused for good, by an answer that no repetition changes
 * @param givenUp never answered usably, however often it was tried
 */
public record ToolCounts(long sent, long accepted, long retried, long rejected, long givenUp) {}
