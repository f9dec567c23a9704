package praxis.processor.simulate.invariant;

import praxis.processor.simulate.invariant.Step.Age;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.Field;

import java.util.Map;
import java.util.function.Consumer;

/** What is proven to be older changes nothing that was ever said. */
final class OlderNeverOverwritesNewer implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.age() != Age.OLDER) {
            return;
        }
        Said said = step.news().orElseThrow();
        Map<String, Field<String>> before = Words.of(step.before(), said);
        Words.of(step.after(), said)
                .forEach(
                        (name, after) -> {
                            Field<String> held = before.getOrDefault(name, Field.absent());
                            if (!held.isAbsent() && !held.equals(after)) {
                                complaint.accept(name + " is overwritten");
                            }
                        });
    }
}
