package praxis.processor.simulate.world;

import praxis.processor.simulate.traffic.Delivery;
import praxis.schemas.record.Bytes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes deliveries one by one and answers for what is on the log; the tool repeats the rest. */
final class Edge {
    private static final int MOST_ATTEMPTS = 4;

    private record Attempt(Delivery delivery, int number) {}

    private final Link link;
    private final VirtualTime time;
    private final Chance chance;
    private final Trace trace;
    private final Deque<Attempt> waiting = new ArrayDeque<>();
    private final List<Bytes> accepted = new ArrayList<>();

    Edge(Link link, VirtualTime time, Chance chance, Trace trace, List<Delivery> deliveries) {
        this.link = link;
        this.time = time;
        this.chance = chance;
        this.trace = trace;
        deliveries.forEach(delivery -> waiting.add(new Attempt(delivery, 0)));
    }

    boolean isDone() {
        return waiting.isEmpty();
    }

    /** The salts of all that was answered with an acceptance. */
    List<Bytes> accepted() {
        return List.copyOf(accepted);
    }

    void takeNext() {
        Attempt attempt = waiting.poll();
        if (attempt == null) {
            return;
        }
        if (attempt.number() == 0) {
            time.pass(attempt.delivery().later());
        }
        boolean acknowledged = link.append(attempt.delivery(), attempt.number());
        trace.note(
                (acknowledged ? "edge accepts " : "edge answers 503 to ")
                        + attempt.delivery()
                        + (attempt.number() == 0 ? "" : ", attempt " + attempt.number()));
        if (acknowledged) {
            accepted.add(Broker.salt(attempt.delivery(), attempt.number()));
        } else if (attempt.number() < MOST_ATTEMPTS) {
            repeatLater(new Attempt(attempt.delivery(), attempt.number() + 1));
        }
    }

    private void repeatLater(Attempt attempt) {
        List<Attempt> ahead = new ArrayList<>();
        for (int i = chance.below("repeating #" + attempt.delivery().number(), 4);
                i > 0 && !waiting.isEmpty();
                i--) {
            ahead.add(waiting.removeFirst());
        }
        waiting.addFirst(attempt);
        ahead.reversed().forEach(waiting::addFirst);
    }
}
