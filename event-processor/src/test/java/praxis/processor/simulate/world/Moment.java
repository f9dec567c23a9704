package praxis.processor.simulate.world;

/** A point between two steps at which a processor can die, fail or be overtaken. */
public enum Moment {
    BEFORE_CLAIM,
    AFTER_CLAIM,
    AFTER_LOAD,
    BEFORE_DECIDING,
    BEFORE_WRITE,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    BEFORE_SEEK,
    BEFORE_OFFSET_COMMIT,
    AFTER_OUTBOX_READ,
    BEFORE_SEND,
    AFTER_SEND,
    BEFORE_OUTBOX_NOTE,
    AFTER_OUTBOX_NOTE;

    /** What is told at each of them. */
    @FunctionalInterface
    public interface Watcher {
        void at(Moment moment);
    }
}
