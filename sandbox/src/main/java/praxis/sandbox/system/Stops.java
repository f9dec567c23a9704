package praxis.sandbox.system;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be undone at the end, last begun first. */
public final class Stops implements AutoCloseable {
    private record Stop(String what, Runnable action) {}

    private final Deque<Stop> stops = new ArrayDeque<>();
    private final Progress progress;

    public Stops(Progress progress) {
        this.progress = progress;
    }

    public void add(String what, Runnable action) {
        stops.push(new Stop(what, action));
    }

    /** For what nobody at the terminal has heard of. */
    public void addUnseen(Runnable action) {
        add("", action);
    }

    /** One that fails does not keep the others from being stopped. */
    @Override
    public void close() {
        while (!stops.isEmpty()) {
            Stop stop = stops.pop();
            if (!stop.what().isEmpty()) {
                progress.stopping(stop.what());
            }
            try {
                stop.action().run();
            } catch (RuntimeException failed) {
                progress.failed("Stopping " + stop.what() + " failed: " + failed.getMessage());
            }
        }
    }
}
