package praxis.processor.decide;

import praxis.schemas.event.Stamp;
import praxis.schemas.event.Stamp.Version;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What an event's own words prove about its place beside what we hold. */
enum Order {
    NEWER,
    OLDER,
    /** Nothing comparable was said, or the same was said twice: then the last received wins. */
    UNPROVEN;

    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    static Order of(Stamp event, Stamp held) {
        Optional<Order> byVersion =
                event.version()
                        .flatMap(
                                said ->
                                        held.version()
                                                .filter(known -> known.kind() == said.kind())
                                                .map(known -> compare(said, known)));
        return byVersion.orElseGet(() -> byTime(event, held));
    }

    private static Order byTime(Stamp event, Stamp held) {
        return event.occurredAt()
                .flatMap(said -> held.occurredAt().map(known -> of(said.compareTo(known))))
                .orElse(UNPROVEN);
    }

    private static Order compare(Version said, Version known) {
        return of(Long.compare(said.number(), known.number()));
    }

    private static Order of(int comparison) {
        return comparison > 0 ? NEWER : comparison < 0 ? OLDER : UNPROVEN;
    }

    /**
     * The stamp to hold once the event is applied: what it does not say stays, and what a person
     * took although it is older makes nothing younger than it is.
     */
    static Stamp advance(Stamp held, Stamp event) {
        if (of(event, held) == OLDER) {
            return held;
        }
        return new Stamp(
                event.version().or(held::version), later(held.occurredAt(), event.occurredAt()));
    }

    private static Optional<Instant> later(Optional<Instant> held, Optional<Instant> said) {
        return said.filter(time -> held.isEmpty() || time.isAfter(held.get())).or(() -> held);
    }

    /**
     * The stamp without a time that lies ahead of the receipt: a clock that runs ahead would
     * otherwise win against everything that comes after it.
     */
    static Stamp credible(Stamp stamp, Instant receivedAt) {
        Instant latest = receivedAt.plus(TOLERATED_SKEW);
        return new Stamp(
                stamp.version().filter(version -> !isAhead(version, latest)),
                stamp.occurredAt().filter(time -> !time.isAfter(latest)));
    }

    private static boolean isAhead(Version version, Instant latest) {
        return version.kind() == Stamp.Kind.UPDATED_AT
                && version.number() > ChronoUnit.MICROS.between(Instant.EPOCH, latest);
    }
}
