package praxis.processor.simulate.world;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import praxis.processor.consume.ConsumerSide;
import praxis.processor.simulate.world.Aftermath.Statistics;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/** One processor of several, moved step by step; may die and be started again. */
final class Processor {
    private static final int CALM_BATCH = 7;

    private final String name;
    private final FakeLog log;
    private final Group group;
    private final Trace trace;
    private final Life.Maker maker;
    private List<ConsumerRecord<byte[], byte[]>> inHand = List.of();
    private @Nullable Life life;
    private boolean busy;

    /** Everything that a start of the program makes, and its end takes away. */
    record Life(ConsumerSide side, IntConsumer publisher, Tally tally) {
        @FunctionalInterface
        interface Maker {
            Life of(Processor processor);
        }
    }

    /** What a program knows to be committed, and what it has counted of that. */
    static final class Tally {
        private long committed;
        private long counted;

        void committed(int rows) {
            committed += rows;
        }

        void count() {
            counted++;
        }

        Statistics statistics(String processor) {
            return new Statistics(processor, committed, counted);
        }
    }

    Processor(String name, FakeLog log, Group group, Trace trace, Life.Maker maker) {
        this.name = name;
        this.log = log;
        this.group = group;
        this.trace = trace;
        this.maker = maker;
    }

    String name() {
        return name;
    }

    /** What the living program has counted; null while it is dead. */
    @Nullable Life life() {
        return life;
    }

    /** One step, unless it is in the middle of one. */
    void move(Chance chance) {
        if (!busy) {
            survivably(() -> step(living(), chance));
        }
    }

    /** What its publishing thread does with one partition, unless it is in the middle of a step. */
    void publish(Chance chance) {
        if (!busy) {
            int partition = chance.below(name + " publishes", log.partitions());
            survivably(
                    () -> {
                        Life now = living();
                        if (now.side().owns(partition)) {
                            publish(now, partition);
                        }
                    });
        }
    }

    void publishCalmly() {
        for (int partition = 0; partition < log.partitions(); partition++) {
            publish(living(), partition);
        }
    }

    private void publish(Life now, int partition) {
        try {
            now.publisher().accept(partition);
        } catch (LinkLost lost) {
            trace.note(name + " cannot reach the outbox");
        }
    }

    /** As far as it gets when nothing goes wrong. */
    void moveCalmly() {
        survivably(
                () -> {
                    Life now = living();
                    handIn(now);
                    heedTheGroup(now);
                    now.side().betweenPolls();
                    for (int partition = 0; partition < log.partitions(); partition++) {
                        poll(now, partition, CALM_BATCH);
                        handIn(now);
                    }
                });
    }

    void kill() {
        if (!busy && life != null) {
            trace.note(name + " killed");
            end();
        }
    }

    private void survivably(Runnable step) {
        busy = true;
        try {
            step.run();
        } catch (Death death) {
            end();
        } finally {
            busy = false;
        }
    }

    private void end() {
        life = null;
        inHand = List.of();
    }

    private Life living() {
        Life now = life;
        if (now == null) {
            now = maker.of(this);
            life = now;
        }
        return now;
    }

    private void step(Life now, Chance chance) {
        if (!inHand.isEmpty()) {
            handIn(now);
            return;
        }
        // Who does not hear of it goes on as if the partition were still its own.
        if (chance.below(name, 3) < 2) {
            heedTheGroup(now);
        }
        now.side().betweenPolls();
        poll(now, chance.below(name, log.partitions()), 1 + chance.below(name, 12));
        if (chance.below(name, 4) < 3) {
            handIn(now);
        }
    }

    private void heedTheGroup(Life now) {
        for (int partition = 0; partition < log.partitions(); partition++) {
            boolean mine = group.ownerOf(partition) == this;
            if (mine && !now.side().owns(partition)) {
                now.side().arrive(partition);
            } else if (!mine && now.side().owns(partition)) {
                now.side().leave(partition);
            }
        }
    }

    private void poll(Life now, int partition, int most) {
        OptionalLong position = now.side().position(partition);
        if (position.isPresent()) {
            inHand = log.read(partition, position.getAsLong(), most);
            if (!inHand.isEmpty()) {
                now.side().polled(inHand.getLast());
            }
        }
    }

    private void handIn(Life now) {
        List<ConsumerRecord<byte[], byte[]>> records = inHand;
        inHand = List.of();
        if (!records.isEmpty()) {
            trace.note(
                    name
                            + " handles "
                            + records.size()
                            + " from "
                            + records.getFirst().partition()
                            + ":"
                            + records.getFirst().offset());
            now.side().hand(records, () -> group.heardCommit(this));
        }
    }
}
