package praxis.processor.simulate.world;

import praxis.processor.consume.ConsumerSide;
import praxis.processor.decide.Decider;
import praxis.processor.handle.BatchHandler;
import praxis.processor.handle.Fold;
import praxis.processor.handle.IdentityDigests;
import praxis.processor.handle.InboundHandler;
import praxis.processor.handle.RecordDecoder;
import praxis.processor.model.OutboxRow;
import praxis.processor.publish.Courier;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.world.Aftermath.Statistics;
import praxis.processor.simulate.world.Processor.Life;
import praxis.processor.simulate.world.Processor.Tally;
import praxis.schemas.record.Position.TopicId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole system in one thread: whoever acts next, whatever breaks, and who overtakes whom in the
 * middle of a transaction is decided by one chance.
 */
public final class World {
    public static final TopicId TOPIC = new TopicId("c2ltdWxhdGVkLXRvcGljLTE");

    private static final int MOST_ACTS = 130;
    private static final String ACTS = "acts";
    private static final int PARTITIONS = 2;
    private static final int MOST_CALM_ROUNDS = 60;
    private static final int DEEPEST_OVERTAKING = 2;

    private final VirtualTime time = new VirtualTime();
    private final Trace trace = new Trace();
    private final FakeLog log = new FakeLog(TOPIC, PARTITIONS);
    private final FakeDatabase database = new FakeDatabase();
    private final RecordDecoder decoder = decoder();
    private final Group group = new Group(owner -> at(owner, Moment.BEFORE_OFFSET_COMMIT));
    private final List<Processor> processors = new ArrayList<>();
    private final Chance chance;
    private final Build build;
    private final Edge edge;
    private final Admin admin;
    private final List<OutboxRow> sent = new ArrayList<>();
    private int depth;
    private boolean calm;

    private World(List<Delivery> deliveries, Chance chance, Build build) {
        this.chance = chance;
        this.build = build;
        this.edge =
                new Edge(
                        build.link(new Broker(log, time, chance)), time, chance, trace, deliveries);
        this.admin = new Admin(database, log, time, chance, trace);
        for (int i = 0; i < 2 + chance.below(ACTS, 2); i++) {
            processors.add(new Processor("processor-" + i, log, group, trace, this::begin));
        }
        IntStream.range(0, PARTITIONS).forEach(each -> group.assign(each, processors.getFirst()));
    }

    /** Reads what stands on the log, orders of staff too. */
    public static RecordDecoder decoder() {
        return new RecordDecoder(new IdentityDigests(new byte[32]), Optional.of(Admin.SEAL));
    }

    /** Lets the deliveries come, and everything happen that chance wants, until all is at rest. */
    public static Aftermath run(List<Delivery> deliveries, Chance chance, Build build) {
        World world = new World(deliveries, chance, build);
        for (int i = MOST_ACTS; i > 0; i--) {
            world.act();
        }
        world.comeToRest();
        return world.aftermath();
    }

    private Life begin(Processor processor) {
        trace.note(processor.name() + " starts");
        Moment.Watcher watcher = moment -> at(processor, moment);
        Tally tally = new Tally();
        var counter = build.counter(_ -> tally.count());
        Fold.Rules rules = build.rules(Decider::decide, time);
        Fold.Rules watched =
                (state, received) -> {
                    at(processor, Moment.BEFORE_DECIDING);
                    return rules.decide(state, received);
                };
        var store = build.store(database.connect(watcher, tally::committed), database);
        InboundHandler handler =
                build.handler(
                        new BatchHandler(
                                store, decoder, watched, row -> counter.accept(row.entry())));
        Courier courier = new FakeCourier(processor.name(), sent, watcher, chance, () -> calm);
        IntConsumer publisher =
                build.publisher(
                        build.outbox(database.outbox(watcher), database), build.courier(courier));
        Runnable beforeSeek = () -> at(processor, Moment.BEFORE_SEEK);
        return new Life(new ConsumerSide(log, store, handler, time, beforeSeek), publisher, tally);
    }

    private void act() {
        switch (chance.below(ACTS, 24)) {
            case 0, 1, 2, 3, 4, 5, 6 -> edge.takeNext();
            case 7, 8, 9, 10, 11, 12, 13, 14, 15 -> anyProcessor().move(chance);
            case 20, 21, 22, 23 -> admin.orderSomething();
            case 16 -> anyProcessor().publish(chance);
            case 17 -> reassign();
            case 18 -> time.pass(Duration.ofMillis(200L * (1 + chance.below(ACTS, 40))));
            default -> anyProcessor().kill();
        }
    }

    private Processor anyProcessor() {
        return processors.get(chance.below(ACTS, processors.size()));
    }

    private void reassign() {
        int partition = chance.below(ACTS, PARTITIONS);
        Processor owner = anyProcessor();
        group.assign(partition, owner);
        trace.note("partition " + partition + " goes to " + owner.name());
    }

    /** Mostly nothing happens; else the processor dies, loses its link, or is overtaken. */
    private void at(Processor processor, Moment moment) {
        if (calm) {
            return;
        }
        int fine = moment == Moment.BEFORE_DECIDING ? 300 : 40;
        switch (chance.below(processor.name() + " " + moment, fine + 4) - fine) {
            case 0 -> {
                trace.note(processor.name() + " dies " + moment);
                throw new Death();
            }
            case 1 -> loseLink(processor, moment);
            case 2, 3 -> letOthersGoOn(processor, moment);
            default -> {
                // Nothing happens.
            }
        }
    }

    private void loseLink(Processor processor, Moment moment) {
        // Both are said to the broker, without asking for an answer.
        if (moment != Moment.BEFORE_SEEK && moment != Moment.BEFORE_OFFSET_COMMIT) {
            trace.note(processor.name() + " loses its link " + moment);
            throw new LinkLost();
        }
    }

    private void letOthersGoOn(Processor processor, Moment moment) {
        if (depth < DEEPEST_OVERTAKING) {
            trace.note(processor.name() + " pauses " + moment);
            depth++;
            for (int i = 4 + chance.below(ACTS, 12); i > 0; i--) {
                act();
            }
            depth--;
            trace.note(processor.name() + " goes on");
        }
    }

    private void comeToRest() {
        calm = true;
        while (!edge.isDone()) {
            edge.takeNext();
        }
        for (int round = 0; round < MOST_CALM_ROUNDS && !isAtRest(); round++) {
            time.pass(Duration.ofSeconds(6));
            processors.forEach(Processor::moveCalmly);
        }
        processors.forEach(Processor::publishCalmly);
        processors.forEach(Processor::moveCalmly);
        trace.note("at rest");
        database.snapshot().progress().values().stream()
                .map(progress -> progress.partition() + " " + progress.edge().root().toHex())
                .sorted()
                .forEach(trace::note);
    }

    private boolean isAtRest() {
        return IntStream.range(0, PARTITIONS)
                .allMatch(
                        each ->
                                database.connect()
                                        .progress(each)
                                        .filter(stands -> stands.nextOffset() == log.end(each))
                                        .isPresent());
    }

    private Aftermath aftermath() {
        return new Aftermath(
                log,
                database.snapshot(),
                List.copyOf(database.rows()),
                Stream.concat(edge.accepted().stream(), admin.accepted().stream()).toList(),
                List.copyOf(sent),
                processors.stream().flatMap(World::statistics).toList(),
                trace);
    }

    private static Stream<Statistics> statistics(Processor processor) {
        Life life = processor.life();
        return life == null ? Stream.empty() : Stream.of(life.tally().statistics(processor.name()));
    }
}
