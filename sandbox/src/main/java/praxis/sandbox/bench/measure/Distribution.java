package praxis.sandbox.bench.measure;

/** How long it took: the middle, and how bad it gets; in milliseconds. */
public record Distribution(double p50, double p90, double p99, double max) {}
