package praxis.processor.model;

/** A run cannot be decided in one piece: a shorter one can. Says nothing against its records. */
public final class TooMuchAtOnce extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooMuchAtOnce(String why) {
        super(why);
    }
}
