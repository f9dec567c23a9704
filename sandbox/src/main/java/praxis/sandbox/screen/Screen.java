package praxis.sandbox.screen;

import praxis.sandbox.system.Progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Prints how starting and stopping goes on. */
public final class Screen implements Progress {
    private final PrintWriter out;
    private final InstantSource clock;
    private final Instant begin;

    public Screen(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    @Override
    public void starting(String what) {
        say("  %-18s starting …".formatted(what));
    }

    @Override
    public void ready(String what, String where) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        say("  %-18s ready after %.1f s: %s".formatted(what, seconds, where));
    }

    @Override
    public void stopping(String what) {
        say("  stopping " + what);
    }

    @Override
    public void failed(String message) {
        say("\n" + message + "\n");
    }

    /** Programs report from their own threads, so a line is printed whole. */
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }
}
