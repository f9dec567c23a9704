package praxis.processor.simulate.world;

import praxis.processor.apply.BookingStore;
import praxis.processor.apply.Outbox;
import praxis.processor.handle.Fold;
import praxis.processor.handle.InboundHandler;
import praxis.processor.model.Decision;
import praxis.processor.publish.Courier;
import praxis.processor.publish.OutboxPublisher;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** How the system is put together; as it is, or with one part exchanged for a bad one. */
public interface Build {
    /** A fresh one for each run: a bad part may remember things. */
    @FunctionalInterface
    interface Maker {
        Build make();
    }

    default Fold.Rules rules(Fold.Rules rules, InstantSource clock) {
        return rules;
    }

    default BookingStore store(BookingStore store, FakeDatabase database) {
        return store;
    }

    default InboundHandler handler(InboundHandler handler) {
        return handler;
    }

    default Consumer<Decision.Entry> counter(Consumer<Decision.Entry> counter) {
        return counter;
    }

    default Link link(Link link) {
        return link;
    }

    /** As one processor sees it. */
    default Outbox outbox(Outbox outbox, FakeDatabase database) {
        return outbox;
    }

    default Courier courier(Courier courier) {
        return courier;
    }

    /** What a publisher does with one partition. */
    default IntConsumer publisher(Outbox outbox, Courier courier) {
        return new OutboxPublisher(outbox, courier)::publish;
    }

    /** The system as it is. */
    static Build asItIs() {
        return new Build() {};
    }
}
