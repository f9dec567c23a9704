package praxis.processor.simulate.world;

/** The end of a processor in the middle of its work: nothing of it catches this. */
public final class Death extends Error {
    private static final long serialVersionUID = 1L;

    public Death() {
        super("died", null, false, false);
    }
}
