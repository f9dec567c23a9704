package praxis.processor.simulate.plant;

import praxis.processor.model.Progress;
import praxis.processor.model.TreeEdge;

/** Moves where a partition is said to stand. */
final class Places {
    private Places() {}

    static Progress shifted(Progress progress, long shift) {
        return new Progress(
                progress.partition(),
                progress.nextOffset() + shift,
                progress.leaderEpoch(),
                progress.lastDigest(),
                progress.edge());
    }

    static Progress with(Progress progress, TreeEdge edge) {
        return new Progress(
                progress.partition(),
                progress.nextOffset(),
                progress.leaderEpoch(),
                progress.lastDigest(),
                edge);
    }
}
