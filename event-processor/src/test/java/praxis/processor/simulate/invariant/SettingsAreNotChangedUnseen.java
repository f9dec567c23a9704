package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;

import java.util.Optional;
import java.util.function.Consumer;

/** Settings and therapists change only by an order that knew what it changed. */
final class SettingsAreNotChangedUnseen implements Invariant.OfEachStep {
    @Override
    public void check(Step step, Consumer<String> complaint) {
        long before = step.before().settings().version();
        long after = step.after().settings().version();
        Optional<Long> known = step.order().flatMap(SettingsAreNotChangedUnseen::knownTo);
        boolean done = step.has(ProcessingStatus.SUCCESS);
        if (done && known.filter(version -> version != before).isPresent()) {
            complaint.accept("it is done although it was about older ones");
        }
        if (after != before && (!done || known.isEmpty() || after != before + 1)) {
            complaint.accept("they are others without an order");
        }
    }

    private static Optional<Long> knownTo(SentCommand order) {
        if (order.command() instanceof StaffCommand.ChangeSettings(long basedOn, var _)) {
            return Optional.of(basedOn);
        }
        return order.command() instanceof StaffCommand.ChangeTherapists(long basedOn, var _)
                ? Optional.of(basedOn)
                : Optional.empty();
    }
}
