package praxis.processor.handle;

import praxis.processor.model.Progress;

/** What became of a batch. */
public sealed interface Handled {
    /** Committed; the partition now stands at {@code after}. */
    record Committed(Progress after) implements Handled {}

    /**
     * Not applied, since the database does not stand where the batch begins: somebody else owned
     * the partition meanwhile. Go on at {@code nextOffset}.
     */
    record Fenced(long nextOffset) implements Handled {}
}
