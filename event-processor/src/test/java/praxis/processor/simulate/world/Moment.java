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
    BEFORE_OFFSET_COMMIT;

    /** What is told at each of them. */
    @FunctionalInterface
    public interface Watcher {
        void at(Moment moment);
    }
}
