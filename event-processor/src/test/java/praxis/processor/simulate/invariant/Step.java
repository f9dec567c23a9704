package praxis.processor.simulate.invariant;

import praxis.processor.model.LogRow;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.traffic.Said;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.record.PracticeId;

import java.util.Optional;

/**
 * One record, what it meant, what became of it, and the practice before and after.
 *
 * @param order what staff ordered; empty for what the tool sent
 * @param age how it stands in time beside all that was applied before, as the plain reading has it
 */
record Step(
        Delivery delivery,
        Optional<SentCommand> order,
        LogRow row,
        View before,
        View after,
        Age age) {
    /** Whether an event is older than what it is about, as far as anything proves it. */
    enum Age {
        OLDER,
        /** One measure says older, the deciding one does not. */
        MIXED,
        NOT_OLDER
    }

    boolean isOrder() {
        return order.isPresent();
    }

    /** The answer to a review item, where that was ordered and done. */
    Optional<StaffCommand.Answer> answer() {
        return order.map(SentCommand::command)
                .filter(_ -> has(ProcessingStatus.SUCCESS))
                .flatMap(
                        command ->
                                command
                                                instanceof
                                                StaffCommand.DecideReview(
                                                        var _,
                                                        StaffCommand.Answer answer,
                                                        var _)
                                        ? Optional.of(answer)
                                        : Optional.empty());
    }

    /** Whom nobody wants to hear of: what is said of them is kept nowhere. */
    boolean isIgnored() {
        return row.entry().outcome().equals("ignored");
    }

    PracticeId practice() {
        return delivery.practice();
    }

    Optional<Said> said() {
        return delivery.said();
    }

    /** What is meant, unless that is nothing or a ping. */
    Optional<Said> news() {
        return said().filter(said -> !said.isPing());
    }

    ProcessingStatus status() {
        return row.entry().status();
    }

    boolean has(ProcessingStatus wanted) {
        return status() == wanted;
    }

    /** Whether the event was settled and thereby took its identity. */
    boolean settled() {
        return switch (status()) {
            case SUCCESS, STALE, NEEDS_REVIEW -> true;
            case DUPLICATE, ERROR -> false;
        };
    }

    @Override
    public String toString() {
        return row.partition()
                + ":"
                + row.offset()
                + " "
                + row.entry().status()
                + "/"
                + row.entry().outcome()
                + " "
                + order.map(SentCommand::toString).orElseGet(delivery::toString);
    }
}
