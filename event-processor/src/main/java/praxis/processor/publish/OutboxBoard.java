package praxis.processor.publish;

import praxis.processor.apply.Outbox.Backlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How publishing is getting on; written by the publishing thread, read by health and metrics. */
public final class OutboxBoard {
    private final Map<Integer, Backlog> backlogs = new ConcurrentHashMap<>();
    private final Map<Integer, Trouble> troubles = new ConcurrentHashMap<>();

    /**
     * Why a partition's announcements do not go out.
     *
     * @param words without personal data
     * @param failures in a row
     */
    public record Trouble(String words, int failures, Instant retryAt) {}

    /** Partitions that wait for another try. */
    public SortedMap<Integer, Trouble> troubles() {
        return new TreeMap<>(troubles);
    }

    /** How many rows waited when last looked at, in all partitions of this process. */
    public long waiting() {
        return backlogs.values().stream().mapToLong(Backlog::rows).sum();
    }

    /** When the oldest of them was committed. */
    public Optional<Instant> waitingSince() {
        return backlogs.values().stream()
                .flatMap(backlog -> backlog.since().stream())
                .min(Comparator.naturalOrder());
    }

    void look(int partition, Backlog backlog) {
        backlogs.put(partition, backlog);
    }

    Optional<Trouble> trouble(int partition) {
        return Optional.ofNullable(troubles.get(partition));
    }

    void fail(int partition, Trouble trouble) {
        troubles.put(partition, trouble);
    }

    void succeed(int partition) {
        troubles.remove(partition);
    }

    /** What is another's now is no concern of ours. */
    void keepOnly(Set<Integer> partitions) {
        backlogs.keySet().retainAll(partitions);
        troubles.keySet().retainAll(partitions);
    }
}
