package praxis.processor.consume;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the partitions of this process are getting on. Each partition's entry is written by the one
 * consumer thread that owns it, and read by health and metrics.
 */
public final class PartitionBoard {
    private final Map<Integer, Standing> standings = new ConcurrentHashMap<>();
    private final Map<Integer, Long> nextOffsets = new ConcurrentHashMap<>();
    private final Set<Integer> doubted = ConcurrentHashMap.newKeySet();
    private volatile boolean joined;

    public SortedMap<Integer, Standing> standings() {
        return new TreeMap<>(standings);
    }

    /** Where the database stood when last seen; partitions that never flowed are not there. */
    public SortedMap<Integer, Long> nextOffsets() {
        return new TreeMap<>(nextOffsets);
    }

    /** True once the group has told us which partitions are ours, even if none is. */
    public boolean hasJoined() {
        return joined;
    }

    /** Has each partition that flows compared with the topic again; from any thread. */
    public void doubt() {
        doubted.addAll(standings.keySet());
    }

    /** True once for each doubt. */
    boolean takeDoubt(int partition) {
        return doubted.remove(partition);
    }

    Optional<Standing> of(int partition) {
        return Optional.ofNullable(standings.get(partition));
    }

    void put(int partition, Standing standing) {
        standings.put(partition, standing);
        if (standing instanceof Standing.Flowing flowing) {
            nextOffsets.put(partition, flowing.nextOffset());
        }
    }

    void remove(int partition) {
        standings.remove(partition);
        nextOffsets.remove(partition);
        doubted.remove(partition);
    }

    void join() {
        joined = true;
    }
}
