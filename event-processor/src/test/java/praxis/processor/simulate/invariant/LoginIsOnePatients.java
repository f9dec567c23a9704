package praxis.processor.simulate.invariant;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** No login sees the appointments of two patients. */
final class LoginIsOnePatients implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        Set<String> seen = new HashSet<>();
        step.after().patients().values().stream()
                .flatMap(patient -> patient.userId().stream())
                .filter(login -> !seen.add(login))
                .forEach(login -> complaint.accept(login + " is two patients"));
    }
}
