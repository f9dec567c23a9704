package praxis.processor.simulate.world;

import praxis.processor.simulate.traffic.Delivery;

/** The edge's way to the broker. */
@FunctionalInterface
public interface Link {
    /**
     * Whether the broker acknowledged; when it did not, the record may be on the log all the same.
     */
    boolean append(Delivery delivery, int attempt);
}
