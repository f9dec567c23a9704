package praxis.processor.simulate.invariant;

import praxis.processor.model.Progress;

import java.util.Optional;
import java.util.function.Consumer;

/** When nothing breaks any more, every partition is soon at its end. */
final class TheLogIsReadToItsEnd implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        for (int partition = 0; partition < history.run().log().partitions(); partition++) {
            long end = history.run().log().end(partition);
            Optional<Progress> progress =
                    Optional.ofNullable(history.run().tables().progress().get(partition));
            long reached = progress.map(Progress::nextOffset).orElse(0L);
            if (reached < end) {
                complaint.accept("partition " + partition + " stays at " + reached + " of " + end);
            }
        }
    }
}
