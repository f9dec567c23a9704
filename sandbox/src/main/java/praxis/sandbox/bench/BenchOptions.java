package praxis.sandbox.bench;

import picocli.CommandLine.Option;

import java.time.Duration;

/** What all benchmarks can be told. */
final class BenchOptions {
    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each side is measured, by turns (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Not counted, for each side (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    boolean json() {
        return json;
    }

    int rounds() {
        return Math.max(1, rounds);
    }

    Duration warmUp() {
        return Duration.ofSeconds(warmUpSeconds);
    }
}
