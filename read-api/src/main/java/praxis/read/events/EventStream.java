package praxis.read.events;

import io.micronaut.http.sse.Event;

import praxis.read.access.Caller;
import praxis.read.answers.Answer;
import praxis.read.events.EventQueries.Listed;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/** One who listens: how far they have been told, and what they have not yet taken. */
final class EventStream {
    private static final String ENTRY = "webhook_event";
    private static final String HEART_BEAT = "heartbeat";
    private static final int ENTRIES_AT_ONCE = 100;
    private static final int MOST_NOT_TAKEN = 100;

    /** In looks; proxies and we ourselves close what is silent for a minute. */
    private static final int BEAT_EVERY = 30;

    private final Caller caller;
    private final Sinks.Many<Event<String>> sink =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_NOT_TAKEN));

    // Known to the thread that looks alone.
    private long told;
    private boolean behind = true;
    private int silentLooks = BEAT_EVERY;

    EventStream(Caller caller, long told) {
        this.caller = caller;
        this.told = told;
    }

    Caller caller() {
        return caller;
    }

    Flux<Event<String>> events(Duration lifetime) {
        return sink.asFlux().take(lifetime);
    }

    /** Tells what came since; what the listener cannot take yet is told another time. */
    void look(EventQueries queries, boolean logHasGoneOn) {
        if (!behind && !logHasGoneOn) {
            return;
        }
        behind = true;
        List<Listed> news = queries.after(caller, told, ENTRIES_AT_ONCE);
        for (Listed entry : news) {
            if (emit(event(entry)) != EmitResult.OK) {
                return;
            }
            told = entry.offset();
        }
        behind = news.size() == ENTRIES_AT_ONCE;
    }

    /**
     * At first, and whenever nothing was said for a while: that nobody takes silence for an end.
     */
    void beat() {
        silentLooks++;
        if (silentLooks > BEAT_EVERY) {
            var _ = emit(Event.of("{}").name(HEART_BEAT));
        }
    }

    void end() {
        var _ = sink.tryEmitComplete();
    }

    private EmitResult emit(Event<String> event) {
        silentLooks = 0;
        return sink.tryEmitNext(event);
    }

    private static Event<String> event(Listed entry) {
        return Event.of(Answer.json(entry.event())).id(entry.event().id().toString()).name(ENTRY);
    }
}
