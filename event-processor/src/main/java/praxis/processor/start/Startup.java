package praxis.processor.start;

import praxis.schemas.record.Position;
import praxis.schemas.record.Topics;

/**
 * The start, step by step: tables, topics, and whether the two belong together. Waits for whoever
 * is away and refuses what waiting would not mend.
 */
public final class Startup implements AutoCloseable {
    private static final String DATABASE = "the database";
    private static final String BROKER = "the broker";

    private final StartStage stage;
    private final Migration migration;
    private final TopicCheck topics;
    private final Installation.Memory memory;
    private volatile boolean ended;

    public Startup(
            StartStage stage, Migration migration, TopicCheck topics, Installation.Memory memory) {
        this.stage = stage;
        this.migration = migration;
        this.topics = topics;
        this.memory = memory;
    }

    /** The topic that the database is filled from, as soon as everything is in order. */
    public Outcome<Position.TopicId> run() {
        Patience patience = new Patience(stage, () -> ended);
        return patience.with(DATABASE, migration::run)
                .then(tables -> patience.with(DATABASE, () -> new Outcome.Done<>(memory.find())))
                .then(known -> patience.with(BROKER, () -> topics.run(known.isEmpty())))
                .then(found -> patience.with(DATABASE, () -> compare(found)));
    }

    /** Ends a start that still waits. */
    @Override
    public void close() {
        ended = true;
    }

    private Outcome<Position.TopicId> compare(Installation found) {
        Installation remembered = memory.remember(found);
        if (remembered.partitions() != found.partitions()) {
            return new Outcome.Refused<>(
                    ("Not started: %s has %d partitions, but this database was filled from %d; the"
                                    + " number is fixed, growth is a new topic and a migration.")
                            .formatted(
                                    Topics.INBOUND, found.partitions(), remembered.partitions()));
        }
        stage.finish();
        return new Outcome.Done<>(remembered.topic());
    }
}
