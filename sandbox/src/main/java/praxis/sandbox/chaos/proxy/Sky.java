package praxis.sandbox.chaos.proxy;

import java.util.concurrent.TimeUnit;

/** The weather of the moment, and how to wait in it. */
final class Sky {
    private Weather weather = Weather.FINE;

    synchronized Weather weather() {
        return weather;
    }

    synchronized void become(Weather other) {
        weather = other;
        notifyAll();
    }

    /** Returns when a piece of so many bytes may go on. */
    void hold(int bytes) throws InterruptedException {
        Weather now = weather();
        long nanos = now.latency().toNanos();
        if (now.bytesPerSecond() > 0) {
            nanos += TimeUnit.SECONDS.toNanos(bytes) / now.bytesPerSecond();
        }
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
        awaitPassing();
    }

    synchronized void awaitPassing() throws InterruptedException {
        while (!weather.passing()) {
            wait();
        }
    }
}
