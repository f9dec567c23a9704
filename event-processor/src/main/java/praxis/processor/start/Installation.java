package praxis.processor.start;

import praxis.schemas.record.Position;

import java.util.Optional;

/** Which topic a database is filled from; remembered there for ever. */
public record Installation(Position.TopicId topic, int partitions) {

    /** Where it is remembered. */
    public interface Memory {
        Optional<Installation> find();

        /** Remembers {@code offered} unless there is one already; returns what is remembered. */
        Installation remember(Installation offered);
    }
}
