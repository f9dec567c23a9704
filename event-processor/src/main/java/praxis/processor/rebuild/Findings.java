package praxis.processor.rebuild;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one partition; of a great deal, only the first is told. */
final class Findings {
    private static final int MOST = 20;

    private final int partition;
    private final List<Finding> found = new ArrayList<>();

    Findings(int partition) {
        this.partition = partition;
    }

    void add(long offset, String what) {
        if (found.size() < MOST) {
            found.add(new Finding("partition " + partition + ", offset " + offset, what));
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
