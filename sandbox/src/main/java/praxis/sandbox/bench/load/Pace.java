package praxis.sandbox.bench.load;

/** How many requests are to have been sent after some time. */
public interface Pace {
    Pace UNLIMITED = (sent, nanos) -> true;

    boolean isDue(long sent, long nanos);

    static Pace perSecond(double rate) {
        return (sent, nanos) -> sent < rate * nanos / 1e9;
    }
}
