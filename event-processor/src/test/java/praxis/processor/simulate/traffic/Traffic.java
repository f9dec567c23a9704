package praxis.processor.simulate.traffic;

import praxis.processor.simulate.traffic.Delivery.Spoiling;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes up the deliveries of a run: what the tools say, and all that can go wrong on the way. */
public final class Traffic {
    public static final List<PracticeId> PRACTICES =
            List.of(new PracticeId("lindenhof"), new PracticeId("am-markt"), PracticeId.DEFAULT);

    /** Far enough to overtake what belongs before it. */
    private static final int MOST_PLACES_LATE = 8;

    private final SplittableRandom random;
    private final Wording wording;
    private final List<Tool> tools = new ArrayList<>();
    private final List<Delivery> made = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private Traffic(long seed) {
        this.random = new SplittableRandom(~seed);
        this.wording = new Wording(random);
        PRACTICES.forEach(practice -> tools.add(new Tool(practice.value(), random)));
    }

    public static List<Delivery> of(long seed) {
        Traffic traffic = new Traffic(seed);
        int length = 24 + traffic.random.nextInt(28);
        while (traffic.made.size() < length) {
            traffic.add();
        }
        return traffic.reordered();
    }

    private void add() {
        Duration later = oneIn(15) ? Duration.ofHours(1 + random.nextInt(30)) : seconds(20);
        now = now.plus(later);
        Delivery delivery =
                oneIn(5) && !made.isEmpty()
                        ? repeated(later)
                        : oneIn(14) ? poison(later) : fresh(later);
        made.add(oneIn(25) ? delivery.asBackfill() : delivery);
    }

    private Delivery repeated(Duration later) {
        Delivery before = made.get(random.nextInt(made.size()));
        Delivery again = before.again(made.size(), later);
        boolean nonsense = before.said().isEmpty() && before.spoiling() == Spoiling.NONE;
        boolean otherBody = before.said().isPresent() && oneIn(6);
        // After nonsense, often somebody mends it and sends it again under the same id.
        boolean mended = nonsense && oneIn(2);
        return before.id().isPresent() && (otherBody || mended) ? reusingId(before, again) : again;
    }

    /** The id of one event on another. */
    private Delivery reusingId(Delivery before, Delivery again) {
        Said other = tool(before.practice()).next(now);
        Optional<String> eventId = before.said().flatMap(Said::eventId);
        Said said =
                new Said(
                        other.type(),
                        other.patient(),
                        other.appointment(),
                        other.fields(),
                        eventId,
                        other.version(),
                        other.occurredAt());
        return new Delivery(
                again.number(),
                again.practice(),
                again.later(),
                again.signedId(),
                false,
                Spoiling.NONE,
                Optional.of(said),
                wording.of(said));
    }

    private Delivery fresh(Duration later) {
        PracticeId practice = practice();
        Said said = tool(practice).next(now);
        Spoiling spoiling = oneIn(60) ? Spoiling.UNSTORABLE : Spoiling.NONE;
        return new Delivery(
                made.size(),
                practice,
                later,
                signedId(practice),
                false,
                spoiling,
                spoiling == Spoiling.NONE ? Optional.of(said) : Optional.empty(),
                wording.of(said));
    }

    private Delivery poison(Duration later) {
        Spoiling spoiling =
                switch (random.nextInt(8)) {
                    case 0 -> Spoiling.OTHER_BYTES;
                    case 1 -> Spoiling.NO_PRACTICE;
                    case 2 -> Spoiling.NO_VALUE;
                    case 3 -> Spoiling.UNSIGNED_COMMAND;
                    default -> Spoiling.NONE;
                };
        PracticeId practice = practice();
        return new Delivery(
                made.size(),
                practice,
                later,
                signedId(practice),
                false,
                spoiling,
                Optional.empty(),
                spoiling == Spoiling.NONE
                        ? Nonsense.any(random)
                        : wording.of(tool(practice).next(now)));
    }

    private Optional<String> signedId(PracticeId practice) {
        return oneIn(4)
                ? Optional.of("msg_" + practice.value() + "_" + made.size())
                : Optional.empty();
    }

    /** Some come late, past others that were sent after them. */
    private List<Delivery> reordered() {
        record Placed(Delivery delivery, int place) {}
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            int late = oneIn(5) ? random.nextInt(MOST_PLACES_LATE) : 0;
            placed.add(new Placed(made.get(i), i + late));
        }
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::delivery).toList();
    }

    private PracticeId practice() {
        // The first is the busy one: its patients and appointments meet often.
        return PRACTICES.get(oneIn(3) ? random.nextInt(PRACTICES.size()) : 0);
    }

    private Tool tool(PracticeId practice) {
        return tools.get(PRACTICES.indexOf(practice));
    }

    private Duration seconds(int most) {
        return Duration.ofSeconds(random.nextInt(most));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
