package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.simulate.plant.PlantedBug;

import java.util.List;

class ShrinkerTest {
    @Test
    void leavesOnlyWhatItTakes() {
        PlantedBug bug = PlantedBug.PARKED_DROPPED_ON_LINK;
        Seeds.Found found = Seeds.firstBreaking(bug.invariant(), 0, 100, bug.build()).orElseThrow();

        try (Quiet _ = new Quiet()) {
            Simulation small = Shrinker.shrink(found.simulation(), bug.invariant(), bug.build());

            // An appointment, and the patient whom it waits for.
            assertThat(small.deliveries()).hasSize(2);
            assertThat(small.choices().values().stream().flatMap(List::stream)).containsOnly(0);
            assertThat(small.breaks(bug.invariant())).isTrue();
        }
    }

    @Test
    void keepsTheOvertakingThatBreaksFence() {
        PlantedBug bug = PlantedBug.NO_FENCE;
        Seeds.Found found =
                Seeds.firstBreaking(bug.invariant(), 0, 1_000, bug.build()).orElseThrow();

        assertThat(FailureReport.of(found, bug.invariant(), bug.build()))
                .startsWith("seed " + found.seed() + " breaks")
                .contains("smallest history that breaks OneLogRowPerRecord")
                .contains("processor-0", "processor-1")
                .contains("repeat with: ./praxis simulate --seed " + found.seed());
    }
}
