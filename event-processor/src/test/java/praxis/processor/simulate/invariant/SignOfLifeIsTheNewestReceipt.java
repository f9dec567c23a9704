package praxis.processor.simulate.invariant;

import praxis.processor.apply.PracticeTables;
import praxis.processor.simulate.traffic.Delivery.Spoiling;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A practice's last sign of life is the receipt of its newest webhook. */
final class SignOfLifeIsTheNewestReceipt implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        Map<PracticeId, Instant> newest = new HashMap<>();
        for (Step step : history.steps()) {
            if (step.delivery().spoiling() == Spoiling.NONE && !step.isOrder()) {
                newest.merge(
                        step.practice(),
                        step.row().receivedAt(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        newest.forEach(
                (practice, receivedAt) -> {
                    Optional<Instant> held =
                            Optional.ofNullable(history.run().tables().practices().get(practice))
                                    .flatMap(PracticeTables::lastSignOfLife);
                    if (!held.equals(Optional.of(receivedAt))) {
                        complaint.accept(
                                practice + " was heard at " + receivedAt + ", not " + held);
                    }
                });
    }
}
