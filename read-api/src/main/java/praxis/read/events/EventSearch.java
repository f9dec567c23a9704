package praxis.read.events;

import praxis.read.access.Caller;
import praxis.read.events.EventQueries.Listed;
import praxis.read.events.EventQueries.Window;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks through the log stretch by stretch, newest first, and stops while it is still cheap: what a
 * request costs does not grow with the log, and the answer says how far it looked.
 */
public final class EventSearch {
    private static final int ENTRIES_AT_ONCE = 20_000;

    /** Where payloads have to be read, too. */
    private static final int PAYLOADS_AT_ONCE = 2_000;

    private static final int MOST_STRETCHES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EventQueries queries;
    private final InstantSource clock;

    public EventSearch(EventQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Some entries, and where the next ones are.
     *
     * @param goesOnBefore the offset before which the list goes on; empty at its end
     * @param searchedBackTo where the search stopped before the page was full: what is older was
     *     not looked at yet
     */
    record Found(
            List<Listed> events, Optional<Long> goesOnBefore, Optional<Instant> searchedBackTo) {}

    Found find(Caller caller, EventFilter filter) {
        long before = filter.before().orElse(Long.MAX_VALUE);
        return filter.takesAll()
                ? page(queries.newestFirst(caller, filter, 0, before, filter.limit() + 1), filter)
                : search(caller, filter, before);
    }

    private Found search(Caller caller, EventFilter filter, long start) {
        int size = filter.words().patterns().isEmpty() ? ENTRIES_AT_ONCE : PAYLOADS_AT_ONCE;
        Instant deadline = clock.instant().plus(PATIENCE);
        List<Listed> found = new ArrayList<>();
        long before = start;
        for (int stretch = 1; ; stretch++) {
            Optional<Window> window = queries.window(caller, before, size);
            if (window.isEmpty()) {
                return new Found(found, Optional.empty(), Optional.empty());
            }
            long floor = window.get().floor();
            int wanted = filter.limit() + 1 - found.size();
            found.addAll(queries.newestFirst(caller, filter, floor, before, wanted));
            if (found.size() > filter.limit()) {
                return page(found, filter);
            }
            if (window.get().entries() < size) {
                return new Found(found, Optional.empty(), Optional.empty());
            }
            if (stretch == MOST_STRETCHES || clock.instant().isAfter(deadline)) {
                return new Found(found, Optional.of(floor), Optional.of(window.get().since()));
            }
            before = floor;
        }
    }

    private static Found page(List<Listed> found, EventFilter filter) {
        boolean goesOn = found.size() > filter.limit();
        List<Listed> shown = goesOn ? found.subList(0, filter.limit()) : found;
        return new Found(
                shown,
                goesOn ? Optional.of(shown.getLast().offset()) : Optional.empty(),
                Optional.empty());
    }
}
