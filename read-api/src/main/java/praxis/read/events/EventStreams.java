package praxis.read.events;

import io.micronaut.http.sse.Event;

import org.jdbi.v3.core.JdbiException;

import praxis.read.access.Caller;
import praxis.schemas.record.PracticeId;

import reactor.core.publisher.Flux;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells those who listen what the log takes up. However many listen, one thread looks for all of
 * them, and asks for entries only when the processor has gone on.
 */
public final class EventStreams implements AutoCloseable {
    private static final int MOST_OF_ONE_PRACTICE = 5;
    private static final int MOST = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final EventQueries queries;
    private final Supplier<Map<Integer, Long>> progress;
    private final List<EventStream> open = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("event-streams").factory());

    // Known to that thread alone.
    private Map<Integer, Long> seen = Map.of();

    /**
     * @param progress by partition, the offset that comes next
     */
    public EventStreams(EventQueries queries, Supplier<Map<Integer, Long>> progress) {
        this.queries = queries;
        this.progress = progress;
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, 0, LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Where somebody begins to listen who has heard nothing yet: at what comes next. */
    long newest(Caller caller) {
        return queries.window(caller, Long.MAX_VALUE, 1)
                .map(EventQueries.Window::floor)
                .orElse(-1L);
    }

    /**
     * What comes after an offset, for as long as {@code lifetime}; empty where too many listen. Who
     * went away before the answer began takes nobody's place.
     */
    Optional<Flux<Event<String>>> listen(Caller caller, long after, Duration lifetime) {
        if (open.size() >= MOST || countOf(caller.practice()) >= MOST_OF_ONE_PRACTICE) {
            return Optional.empty();
        }
        EventStream stream = new EventStream(caller, after);
        return Optional.of(
                stream.events(lifetime)
                        .doOnSubscribe(_ -> open.add(stream))
                        .doFinally(_ -> open.remove(stream)));
    }

    private long countOf(PracticeId practice) {
        return open.stream().filter(each -> each.caller().practice().equals(practice)).count();
    }

    private void look() {
        boolean gone = hasGoneOn();
        for (EventStream stream : open) {
            try {
                stream.look(queries, gone);
            } catch (JdbiException databaseAway) {
                // What is missed now is still to be found next time.
                seen = Map.of();
            }
            stream.beat();
        }
    }

    private boolean hasGoneOn() {
        if (open.isEmpty()) {
            return false;
        }
        try {
            Map<Integer, Long> now = progress.get();
            boolean gone = !now.equals(seen);
            seen = now;
            return gone;
        } catch (JdbiException databaseAway) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        open.forEach(EventStream::end);
    }
}
