package praxis.sandbox.chaos.check;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long this machine keeps somebody waiting who only wants to go on: what an answer may be late
 * by without anybody's fault but the machine's.
 */
public final class Stalls implements AutoCloseable {
    private static final Duration NAP = Duration.ofMillis(5);

    private final Thread thread = Thread.ofPlatform().daemon().name("stalls").unstarted(this::run);
    private volatile long worstNanos;

    public void start() {
        thread.start();
    }

    public Duration worst() {
        return Duration.ofNanos(worstNanos);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                long begin = System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(NAP.toNanos());
                long late = System.nanoTime() - begin - NAP.toNanos();
                worstNanos = Math.max(worstNanos, late);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
