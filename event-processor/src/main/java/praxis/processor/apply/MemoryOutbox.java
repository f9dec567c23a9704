package praxis.processor.apply;

import praxis.processor.model.LogRow;
import praxis.processor.model.OutboxRow;
import praxis.processor.model.OutboxRow.Place;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The outbox in memory, beside a store in memory. */
public final class MemoryOutbox implements Outbox {
    private final NavigableMap<Place, OutboxRow> rows = new TreeMap<>();
    private final Map<Place, Instant> written = new HashMap<>();
    private final Map<Integer, Place> reached = new HashMap<>();
    private final InstantSource clock;

    public MemoryOutbox(InstantSource clock) {
        this.clock = clock;
    }

    /** What a committed row announces waits from now on. */
    public synchronized void commit(LogRow row) {
        for (int ordinal = 0; ordinal < row.announcements().size(); ordinal++) {
            add(
                    new OutboxRow(
                            new Place(row.partition(), row.offset(), ordinal),
                            row.practice(),
                            row.receivedAt(),
                            row.announcements().get(ordinal)));
        }
    }

    public synchronized void add(OutboxRow row) {
        rows.put(row.place(), row);
        written.put(row.place(), clock.instant());
    }

    @Override
    public synchronized List<OutboxRow> waiting(int partition, int most) {
        return rows.tailMap(reached(partition), false).values().stream()
                .takeWhile(row -> row.place().partition() == partition)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void published(Place last) {
        reached.merge(
                last.partition(), last, (held, next) -> held.compareTo(next) < 0 ? next : held);
    }

    @Override
    public synchronized Backlog backlog(int partition) {
        List<OutboxRow> waiting = waiting(partition, Backlog.MOST_COUNTED);
        return new Backlog(
                waiting.size(),
                waiting.stream()
                        .findFirst()
                        .flatMap(first -> Optional.ofNullable(written.get(first.place()))));
    }

    @Override
    public synchronized long trim(int partition, Duration olderThan, int most) {
        Instant before = clock.instant().minus(olderThan);
        List<Place> old =
                rows.headMap(reached(partition), true).keySet().stream()
                        .filter(place -> place.partition() == partition)
                        .limit(most)
                        .filter(place -> written.getOrDefault(place, before).isBefore(before))
                        .toList();
        old.forEach(rows::remove);
        return old.size();
    }

    private Place reached(int partition) {
        return reached.getOrDefault(partition, new Place(partition, -1, 0));
    }
}
