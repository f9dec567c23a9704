package praxis.edge.append;

import praxis.schemas.record.Position;

/** What became of a record that was to be appended. */
public sealed interface Appended {
    /** The broker holds it: from here on it cannot be lost. */
    record At(Position position) implements Appended {}

    /**
     * Nobody said in time that the broker holds it. It may be there all the same; a repeat is then
     * a duplicate.
     */
    record Unconfirmed() implements Appended {}
}
