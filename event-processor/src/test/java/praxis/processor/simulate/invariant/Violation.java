package praxis.processor.simulate.invariant;

/**
 * An invariant that does not hold.
 *
 * @param invariant its name
 */
public record Violation(String invariant, String what) {
    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
