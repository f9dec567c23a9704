package praxis.processor.simulate.plant;

import praxis.processor.handle.Fold;
import praxis.processor.model.Decision;
import praxis.processor.simulate.world.Build;

import java.time.InstantSource;
import java.util.function.Consumer;

/** Counters move with each decision, and do not go back when it is rolled back. */
final class CountedWhenDecided implements Build {
    private Consumer<Decision.Entry> counting = _ -> {};

    @Override
    public Consumer<Decision.Entry> counter(Consumer<Decision.Entry> counter) {
        counting = counter;
        return _ -> {};
    }

    @Override
    public Fold.Rules rules(Fold.Rules rules, InstantSource clock) {
        Consumer<Decision.Entry> counter = counting;
        return (state, received) -> {
            Decision decision = rules.decide(state, received);
            counter.accept(decision.entry());
            return decision;
        };
    }
}
