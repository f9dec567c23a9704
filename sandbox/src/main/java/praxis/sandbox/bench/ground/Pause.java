package praxis.sandbox.bench.ground;

import java.io.IOException;

/** Holds a process still, so that it neither works nor costs anything while others are measured. */
public final class Pause implements AutoCloseable {
    private final long pid;

    private Pause(long pid) {
        this.pid = pid;
    }

    public static Pause of(long pid) {
        send("STOP", pid);
        return new Pause(pid);
    }

    /** Java's own way to signal a process knows only how to end it. */
    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failed) {
            throw new IllegalStateException("kill cannot be run", failed);
        }
    }

    @Override
    public void close() {
        send("CONT", pid);
    }
}
