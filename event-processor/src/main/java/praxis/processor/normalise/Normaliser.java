package praxis.processor.normalise;

/** Which normaliser this is: another one may bring the same text into another form. */
public final class Normaliser {
    /**
     * Stands with all that was made by it and is kept, so that it can be made anew by the next:
     * first our own rules, then the edition of libphonenumber, whose knowledge changes.
     */
    public static final String VERSION = "2/9.0.43";

    private Normaliser() {}
}
