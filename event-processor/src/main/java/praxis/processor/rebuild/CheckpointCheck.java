package praxis.processor.rebuild;

import praxis.schemas.record.Position.TopicId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds the log against a checkpoint: it must have the same root at the same size (which is what an
 * RFC 6962 consistency proof shows to those who do not have the rows), and must not be shorter.
 */
final class CheckpointCheck {
    private final SortedMap<Integer, TreeHead> heads = new TreeMap<>();
    private final List<Finding> broken = new ArrayList<>();
    private final List<Finding> behind = new ArrayList<>();

    /**
     * @param filledFrom the database's topic; empty where nothing was ever written
     */
    CheckpointCheck(Optional<Checkpoint> checkpoint, Optional<TopicId> filledFrom) {
        checkpoint.ifPresent(
                proven -> {
                    if (filledFrom.isEmpty() || filledFrom.get().equals(proven.topic())) {
                        heads.putAll(proven.heads());
                    } else {
                        broken.add(foreign(proven.topic(), filledFrom.get()));
                    }
                });
    }

    private static Finding foreign(TopicId proven, TopicId filledFrom) {
        return new Finding(
                "checkpoint",
                "it was taken of topic %s, but this database was filled from topic %s"
                        .formatted(proven.value(), filledFrom.value()));
    }

    Set<Integer> partitions() {
        return heads.keySet();
    }

    /** How many rows of the partition are proven. */
    long size(int partition) {
        return Optional.ofNullable(heads.get(partition)).map(TreeHead::size).orElse(0L);
    }

    /**
     * Judges one partition.
     *
     * @param found the log's head at the checkpoint's size; empty where it is not that long, or
     *     where rows are missing, which others have told then
     */
    void check(StoredProgress progress, Optional<TreeHead> found, TopicReader onTopic) {
        Optional<TreeHead> proven = Optional.ofNullable(heads.get(progress.partition()));
        if (proven.isEmpty()) {
            return;
        }
        String where = "partition " + progress.partition();
        long size = proven.get().size();
        if (progress.nextOffset() >= size) {
            if (found.isPresent() && !found.equals(proven)) {
                broken.add(
                        new Finding(
                                where,
                                "history was rewritten: the first %d rows are not those of the checkpoint"
                                        .formatted(size)));
            }
        } else if (onTopic.beginning() <= progress.nextOffset() && onTopic.end() >= size) {
            behind.add(
                    new Finding(
                            where,
                            "stands before the checkpoint: %d of %d rows; the topic still has the others"
                                    .formatted(progress.nextOffset(), size)));
        } else {
            broken.add(
                    new Finding(
                            where,
                            "the tail was cut off: %d of the checkpoint's %d rows, and the topic no longer has the others"
                                    .formatted(progress.nextOffset(), size)));
        }
    }

    List<Finding> broken() {
        return List.copyOf(broken);
    }

    /** Partitions that are not as far yet as they were; no sign of anything bad. */
    List<Finding> behind() {
        return List.copyOf(behind);
    }

    /** The heads to be proven later, from those of all partitions. */
    static SortedMap<Integer, TreeHead> withRows(Map<Integer, TreeHead> heads) {
        SortedMap<Integer, TreeHead> kept = new TreeMap<>(heads);
        kept.values().removeIf(head -> head.size() == 0);
        return kept;
    }
}
