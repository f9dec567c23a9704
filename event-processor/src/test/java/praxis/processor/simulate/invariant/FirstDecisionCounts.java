package praxis.processor.simulate.invariant;

import praxis.processor.model.ProcessingStatus;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.command.StaffCommand.Answer;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Of several decisions on one item one is done, and an order is done once. */
final class FirstDecisionCounts implements Invariant.OfEachStep {
    private final Set<UUID> decided = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    @Override
    public void check(Step step, Consumer<String> complaint) {
        if (step.order().isEmpty() || !step.has(ProcessingStatus.SUCCESS)) {
            return;
        }
        SentCommand order = step.order().get();
        if (!done.add(step.practice() + "/" + order.id())) {
            complaint.accept("it is done twice");
        }
        if (order.command() instanceof StaffCommand.DecideReview(UUID item, Answer answer, var _)
                && !(answer instanceof Answer.Postpone)
                && !decided.add(item)) {
            complaint.accept("the item had been decided");
        }
    }
}
