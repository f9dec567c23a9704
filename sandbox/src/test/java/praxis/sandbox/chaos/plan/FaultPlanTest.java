package praxis.sandbox.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class FaultPlanTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(FaultPlan.of(42, TEN_MINUTES, ALL))
                .isEqualTo(FaultPlan.of(42, TEN_MINUTES, ALL))
                .isNotEqualTo(FaultPlan.of(43, TEN_MINUTES, ALL));
    }

    @RepeatedTest(100)
    void hasSixtyFaultsOrMoreInTenMinutes(RepetitionInfo repetition) {
        List<PlannedFault> plan = FaultPlan.of(repetition.getCurrentRepetition(), TEN_MINUTES, ALL);

        assertThat(plan).hasSizeGreaterThanOrEqualTo(60);
        assertThat(plan)
                .extracting(PlannedFault::number)
                .startsWith(1, 2, 3)
                .doesNotHaveDuplicates();
        assertThat(plan).extracting(PlannedFault::after).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7})
    void dealsEveryKindBeforeAnyComesAgain(long seed) {
        List<PlannedFault> plan = FaultPlan.of(seed, TEN_MINUTES, ALL);

        assertThat(plan.subList(0, ALL.size()))
                .extracting(PlannedFault::kind)
                .containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(plan.subList(ALL.size(), 2 * ALL.size()))
                .extracting(PlannedFault::kind)
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void hitsEveryPart() {
        Set<Part> hit =
                FaultPlan.of(1, TEN_MINUTES, ALL).stream()
                        .map(PlannedFault::part)
                        .collect(Collectors.toSet());

        assertThat(hit).containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void keepsEachFaultWithinWhatItsKindAllows() {
        assertThat(FaultPlan.of(1, TEN_MINUTES, ALL))
                .allSatisfy(
                        fault -> {
                            assertThat(fault.kind().parts()).contains(fault.part());
                            assertThat(fault.lasting().toMillis())
                                    .isBetween(
                                            (long) fault.kind().shortest(),
                                            (long) fault.kind().longest());
                            assertThat(fault.strength()).isBetween(0, 99);
                        });
    }

    @Test
    void pausesProcessorsForLongerThanTheGroupWaits() {
        assertThat(FaultKind.PROCESSOR_PAUSED.shortest()).isGreaterThan(10_000);
    }

    @Test
    void leavesOutWhatIsNotPossible() {
        Set<FaultKind> possible = EnumSet.complementOf(EnumSet.of(FaultKind.DISK_FULL));

        assertThat(FaultPlan.of(1, TEN_MINUTES, possible))
                .extracting(PlannedFault::kind)
                .doesNotContain(FaultKind.DISK_FULL)
                .containsAll(possible);
    }

    @Test
    void lastFaultLeavesTimeToRecover() {
        assertThat(FaultPlan.of(1, TEN_MINUTES, ALL).getLast().after())
                .isLessThanOrEqualTo(TEN_MINUTES.minusSeconds(20));
    }
}
