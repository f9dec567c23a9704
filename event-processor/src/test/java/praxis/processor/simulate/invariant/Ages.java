package praxis.processor.simulate.invariant;

import praxis.processor.model.LogRow;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.simulate.invariant.Step.Age;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plain second reading of SPEC 3.3: what proves that an event is older than what was applied. */
final class Ages {
    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);
    private static final Set<Kind> NOT_APPLIED =
            EnumSet.of(
                    Kind.LINK_CONTRADICTED,
                    Kind.POSSIBLY_OUTDATED,
                    Kind.APPOINTMENT_MOVED,
                    Kind.REVIVED_APPOINTMENT);

    private final Map<String, Stamp> applied = new HashMap<>();

    /** How old the event is; and what was applied counts from now on. */
    Age judge(Delivery delivery, Said said, LogRow row) {
        String entity =
                delivery.practice() + "/" + said.appointment().orElseGet(() -> patientOf(said));
        Stamp event = credible(said, row.receivedAt());
        Stamp held = applied.getOrDefault(entity, Stamp.NONE);
        Age age = compare(event, held);
        if (age != Age.OLDER && wasApplied(row)) {
            applied.put(entity, advance(held, event));
        }
        return age;
    }

    /** It is as if nothing had ever been said of these. */
    void forget(PracticeId practice, Collection<BookingAppointmentId> appointments) {
        appointments.forEach(id -> applied.remove(practice + "/" + id.value()));
    }

    private static String patientOf(Said said) {
        return said.patient().orElse("");
    }

    private static boolean wasApplied(LogRow row) {
        boolean asked =
                row.entry().status() == ProcessingStatus.NEEDS_REVIEW
                        && row.entry()
                                .review()
                                .filter(item -> !NOT_APPLIED.contains(item.kind()))
                                .isPresent();
        boolean done =
                row.entry().status() == ProcessingStatus.SUCCESS
                        && !row.entry().outcome().equals("ignored");
        return done || asked;
    }

    static Stamp credible(Said said, Instant receivedAt) {
        return new Stamp(
                said.version(),
                said.occurredAt().filter(time -> !time.isAfter(receivedAt.plus(TOLERATED_SKEW))));
    }

    /** Below zero for older, above for newer, zero where nothing proves either. */
    static int order(Stamp event, Stamp held) {
        Optional<Integer> byVersion = byVersion(event, held);
        return byVersion.orElseGet(() -> byTime(event, held));
    }

    private static Age compare(Stamp event, Stamp held) {
        if (order(event, held) < 0) {
            return Age.OLDER;
        }
        return byVersion(event, held).orElse(0) < 0 || byTime(event, held) < 0
                ? Age.MIXED
                : Age.NOT_OLDER;
    }

    private static Optional<Integer> byVersion(Stamp event, Stamp held) {
        boolean comparable =
                event.version().isPresent()
                        && event.version()
                                .map(Stamp.Version::kind)
                                .equals(held.version().map(Stamp.Version::kind));
        return comparable
                ? Optional.of(
                        Long.compare(
                                event.version().orElseThrow().number(),
                                held.version().orElseThrow().number()))
                : Optional.empty();
    }

    private static int byTime(Stamp event, Stamp held) {
        return event.occurredAt().isPresent() && held.occurredAt().isPresent()
                ? event.occurredAt().get().compareTo(held.occurredAt().get())
                : 0;
    }

    private static Stamp advance(Stamp held, Stamp event) {
        boolean later =
                held.occurredAt().isEmpty()
                        || event.occurredAt().filter(held.occurredAt().get()::isBefore).isPresent();
        return new Stamp(
                event.version().or(held::version),
                later ? event.occurredAt().or(held::occurredAt) : held.occurredAt());
    }
}
