package praxis.sandbox.chaos.plan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What goes wrong in a run; the same seed gives the same plan. */
public final class FaultPlan {
    private static final Duration CALM_BEGIN = Duration.ofSeconds(5);
    private static final int STRENGTHS = 100;

    /** So many in a hundred leave the next one no time to wait: then two are at work at once. */
    private static final int HASTY = 25;

    private static final int SHORTEST_HASTY_GAP = 1_000;
    private static final int LONGEST_HASTY_GAP = 3_000;

    /** At the end of a run everything is whole again, also after a pause of a processor. */
    private static final Duration QUIET_END = Duration.ofSeconds(20);

    private final Random random;
    private final List<FaultKind> kinds;
    private final Deque<FaultKind> dealt = new ArrayDeque<>();

    private FaultPlan(long seed, Set<FaultKind> kinds) {
        this.random = new Random(seed);
        this.kinds = kinds.stream().sorted().toList();
    }

    /** Every kind comes up before any comes up again. */
    public static List<PlannedFault> of(long seed, Duration length, Set<FaultKind> kinds) {
        FaultPlan plan = new FaultPlan(seed, kinds);
        List<PlannedFault> faults = new ArrayList<>();
        Duration last = length.minus(QUIET_END);
        Duration at = CALM_BEGIN;
        while (at.compareTo(last) <= 0) {
            PlannedFault next = plan.fault(faults.size() + 1, at);
            faults.add(next);
            at = at.plus(plan.gapAfter(next));
        }
        return List.copyOf(faults);
    }

    private PlannedFault fault(int number, Duration at) {
        FaultKind kind = nextKind();
        return new PlannedFault(
                number,
                kind,
                kind.parts().get(random.nextInt(kind.parts().size())),
                at,
                millis(kind.shortest(), kind.longest()),
                random.nextInt(STRENGTHS));
    }

    private FaultKind nextKind() {
        if (dealt.isEmpty()) {
            List<FaultKind> deck = new ArrayList<>(kinds);
            Collections.shuffle(deck, random);
            dealt.addAll(deck);
        }
        return dealt.remove();
    }

    private Duration gapAfter(PlannedFault fault) {
        return random.nextInt(100) < HASTY
                ? millis(SHORTEST_HASTY_GAP, LONGEST_HASTY_GAP)
                : fault.lasting().plusMillis(fault.kind().rest());
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least + 1));
    }
}
