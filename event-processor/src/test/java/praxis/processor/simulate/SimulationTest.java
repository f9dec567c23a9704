package praxis.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.simulate.world.Build;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

class SimulationTest {
    private static final long SEEDS = 10_000;

    @Test
    void everythingHoldsInTenThousandWorlds() {
        long start = System.nanoTime();

        Optional<Seeds.Found> broken = Seeds.firstBroken(0, SEEDS, Build::asItIs);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("simulated %,d seeds in %,d ms%n", SEEDS, took.toMillis());
        assertThat(broken.map(found -> FailureReport.of(found, Build::asItIs))).isEmpty();
    }

    @Test
    void theSameSeedIsTheSameStory() {
        try (Quiet _ = new Quiet()) {
            LongStream.range(0, 50)
                    .parallel()
                    .forEach(
                            seed ->
                                    assertThat(Simulation.of(seed, Build::asItIs))
                                            .isEqualTo(Simulation.of(seed, Build::asItIs)));
        }
    }

    @Test
    void anotherSeedIsAnotherStory() {
        try (Quiet _ = new Quiet()) {
            assertThat(
                            LongStream.range(0, 50)
                                    .mapToObj(seed -> Simulation.of(seed, Build::asItIs))
                                    .map(Simulation::traceHash))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theChoicesTellTheStoryAgain() {
        try (Quiet _ = new Quiet()) {
            Simulation told = Simulation.of(7, Build::asItIs);
            assertThat(Simulation.again(told.deliveries(), told.choices(), Build::asItIs))
                    .isEqualTo(told);
        }
    }
}
