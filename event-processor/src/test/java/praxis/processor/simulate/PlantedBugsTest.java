package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import praxis.processor.simulate.plant.PlantedBug;
import praxis.processor.simulate.world.Build;

import java.util.Optional;

/** That the invariants see what they are for; the same seeds hold without the bugs. */
class PlantedBugsTest {
    private static final long SEEDS = 1_000;

    @ParameterizedTest
    @EnumSource
    void isFoundByTheInvariantThatItBreaks(PlantedBug bug) {
        Optional<Seeds.Found> found = Seeds.firstBreaking(bug.invariant(), 0, SEEDS, bug.build());

        System.out.println(
                bug
                        + ": "
                        + bug.invariant()
                        + found.map(it -> " sees it after " + (it.seed() + 1) + " seeds")
                                .orElse(" does not see it"));
        assertThat(found).isPresent();
        try (Quiet _ = new Quiet()) {
            assertThat(Simulation.of(found.get().seed(), Build::asItIs).violations()).isEmpty();
        }
    }
}
