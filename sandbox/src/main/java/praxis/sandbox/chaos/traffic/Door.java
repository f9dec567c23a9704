package praxis.sandbox.chaos.traffic;

import praxis.sandbox.tool.Delivery;

/** One way to hand events in; used by one sender. */
interface Door extends AutoCloseable {
    Handed hand(Delivery delivery) throws InterruptedException;

    @Override
    void close();
}
