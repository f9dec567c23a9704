package praxis.edge.measure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import praxis.edge.guard.CutOff;
import praxis.edge.verify.RefusalReason;
import praxis.schemas.record.SignatureScheme;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What the edge counts; every tag comes from a fixed set, never from a request. */
public final class EdgeMetrics {
    private final MeterRegistry registry;
    private final Map<SignatureScheme, Counter> accepted;
    private final Map<RefusalReason, Counter> refused;
    private final Map<Recorded, Counter> recordedAsError;
    private final Map<CutOff, Counter> cutOff;
    private final Counter unavailable;
    private final Timer duration;

    /** Deliveries that are on the log although they are no events. */
    public enum Recorded {
        NOT_JSON("not-json"),
        UNUSABLE_ENVELOPE("unusable-envelope");

        private final String tag;

        Recorded(String tag) {
            this.tag = tag;
        }
    }

    public EdgeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted =
                counters(
                        SignatureScheme.class,
                        scheme -> registry.counter("edge.accepted", "scheme", scheme.wireName()));
        this.refused =
                counters(
                        RefusalReason.class,
                        reason -> registry.counter("edge.refused", "reason", reason.tag()));
        this.recordedAsError =
                counters(
                        Recorded.class,
                        kind -> registry.counter("edge.recorded.as.error", "kind", kind.tag));
        this.cutOff =
                counters(
                        CutOff.class,
                        why -> registry.counter("edge.connections.cut.off", "reason", why.tag()));
        this.unavailable = registry.counter("edge.unavailable");
        this.duration =
                Timer.builder("edge.duration")
                        .description("from a delivery's last byte until its answer is sent")
                        .serviceLevelObjectives(
                                Duration.ofMillis(2),
                                Duration.ofMillis(5),
                                Duration.ofMillis(10),
                                Duration.ofMillis(50),
                                Duration.ofMillis(200),
                                Duration.ofMillis(700),
                                Duration.ofMillis(800),
                                Duration.ofMillis(900),
                                Duration.ofSeconds(1))
                        .register(registry);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(
            Class<E> kinds, Function<E, Counter> counter) {
        Map<E, Counter> counters = new EnumMap<>(kinds);
        Arrays.stream(kinds.getEnumConstants())
                .forEach(kind -> counters.put(kind, counter.apply(kind)));
        return counters;
    }

    public void accepted(SignatureScheme scheme) {
        counter(accepted, scheme).increment();
    }

    public void refused(RefusalReason reason) {
        counter(refused, reason).increment();
    }

    public void recordedAsError(Recorded kind) {
        counter(recordedAsError, kind).increment();
    }

    public void cutOff(CutOff why) {
        counter(cutOff, why).increment();
    }

    public void unavailable() {
        unavailable.increment();
    }

    /**
     * Starts the time from a delivery's last byte; what it returns is run when the answer is out.
     */
    public Runnable start() {
        Timer.Sample sample = Timer.start(registry);
        return () -> sample.stop(duration);
    }

    private static <E extends Enum<E>> Counter counter(Map<E, Counter> counters, E kind) {
        Counter counter = counters.get(kind);
        if (counter == null) {
            throw new IllegalStateException("every kind has its counter");
        }
        return counter;
    }
}
