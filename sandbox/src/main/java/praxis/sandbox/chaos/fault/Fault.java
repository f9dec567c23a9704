package praxis.sandbox.chaos.fault;

/** Something that goes wrong, and is put right again. */
interface Fault {
    void begin() throws InterruptedException;

    /** Puts right what was done; whoever was hit may need a while after that. */
    void end() throws InterruptedException;

    /** Instead of its end, when the whole run is stopped. */
    default void abandon() {}

    /** Returns when whoever was hit can be hit again. */
    default void settle() throws InterruptedException {}
}
