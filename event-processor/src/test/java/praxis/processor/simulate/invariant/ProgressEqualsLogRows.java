package praxis.processor.simulate.invariant;

import praxis.processor.model.Progress;

import java.util.function.Consumer;

/** A partition stands where its log rows end. */
final class ProgressEqualsLogRows implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        for (Progress progress : history.run().tables().progress().values()) {
            long rows =
                    history.run().rows().stream()
                            .filter(row -> row.partition() == progress.partition())
                            .count();
            if (rows != progress.nextOffset()) {
                complaint.accept(
                        "partition "
                                + progress.partition()
                                + " stands at "
                                + progress.nextOffset()
                                + " with "
                                + rows
                                + " rows");
            }
        }
    }
}
