package praxis.sandbox.bench.traffic;

/** What one practice's tool sends, event by event. */
@FunctionalInterface
public interface Events {
    BenchEvent next();
}
