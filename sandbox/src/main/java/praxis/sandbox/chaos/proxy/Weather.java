package praxis.sandbox.chaos.proxy;

import java.time.Duration;

/**
 * What a proxy does to its connections.
 *
 * @param latency how long each piece of data is kept back, in either direction
 * @param bytesPerSecond how much one connection lets through each way; 0 is as much as comes
 * @param passing false: connections are taken, and nothing comes through until it is true again
 * @param open false: who connects is turned away
 */
public record Weather(Duration latency, long bytesPerSecond, boolean passing, boolean open) {
    public static final Weather FINE = new Weather(Duration.ZERO, 0, true, true);

    /** As where packets vanish: both sides wait, and after that everything comes after all. */
    public static final Weather BLACK_HOLE = new Weather(Duration.ZERO, 0, false, true);

    public static final Weather CLOSED = new Weather(Duration.ZERO, 0, true, false);

    public static Weather late(Duration latency) {
        return new Weather(latency, 0, true, true);
    }

    public static Weather narrow(long bytesPerSecond) {
        return new Weather(Duration.ZERO, bytesPerSecond, true, true);
    }
}
