package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.processor.simulate.invariant.Step.Age;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.event.BookingEvent.EventType;
import praxis.schemas.event.Field;

import java.util.Map;
import java.util.function.Consumer;

/** A field that is not there keeps its value, an explicit null clears it, a value replaces it. */
final class AbsentKeepsNullClears implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.news().isEmpty()) {
            return;
        }
        Said said = step.news().get();
        Map<String, Field<String>> before = Words.of(step.before(), said);
        Words.of(step.after(), said)
                .forEach(
                        (name, after) -> {
                            Field<String> held = before.getOrDefault(name, Field.absent());
                            if (!isAsSaid(step, said, name, held, after)) {
                                complaint.accept(name + " is not as was said");
                            }
                        });
    }

    private static boolean isAsSaid(
            Step step, Said said, String name, Field<String> held, Field<String> after) {
        if (said.isSilentOn(name) || Words.isPlaceholder(name, said)) {
            return held.equals(after);
        }
        boolean counts =
                step.has(ProcessingStatus.SUCCESS)
                        && !step.isIgnored()
                        && step.age() == Age.NOT_OLDER
                        && said.type() != EventType.PATIENT_DELETED;
        return !counts || after.toOptional().equals(Words.wanted(name, said));
    }
}
