package praxis.processor.rebuild;

import praxis.processor.model.TreeEdge;
import praxis.schemas.record.Bytes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grows a partition's tree again, row by row, and holds it against what was kept of it. */
final class TreeWalk {
    private final StoredProgress progress;
    private final Map<Long, Bytes> heads;
    private final long marked;
    private final Findings findings;
    private TreeEdge edge = TreeEdge.EMPTY;
    private Optional<TreeHead> atMark = Optional.empty();

    /**
     * @param heads the tree heads that were stored, by size
     * @param marked a size whose root is to be remembered
     */
    TreeWalk(StoredProgress progress, Map<Long, Bytes> heads, long marked, Findings findings) {
        this.progress = progress;
        this.heads = heads;
        this.marked = marked;
        this.findings = findings;
        remember();
    }

    void grow(Bytes leaf) {
        edge = edge.plus(List.of(leaf));
        remember();
        Bytes stored = heads.get(edge.size());
        if (stored != null && !stored.equals(edge.root())) {
            findings.add(
                    edge.size() - 1, "the tree head stored at this row is not that of the log");
        } else if (stored == null && edge.size() == progress.nextOffset()) {
            findings.add(edge.size() - 1, "the tree head of the last batch is missing");
        }
    }

    private void remember() {
        if (edge.size() == marked) {
            atMark = Optional.of(head());
        }
    }

    /** To be called behind the last row. */
    void end() {
        heads.keySet().stream()
                .filter(size -> size <= 0 || size > progress.nextOffset())
                .sorted()
                .forEach(size -> findings.add(size - 1, "a tree head stands where no row is"));
        if (edge.size() != progress.nextOffset()
                || !Bytes.of(edge.toBytes()).equals(progress.edge())) {
            findings.add(progress.nextOffset(), "the tree's edge is not that of the log rows");
        }
    }

    TreeHead head() {
        return new TreeHead(edge.size(), edge.root());
    }

    /** The head at the marked size; empty where the walk did not come so far. */
    Optional<TreeHead> atMark() {
        return atMark;
    }
}
