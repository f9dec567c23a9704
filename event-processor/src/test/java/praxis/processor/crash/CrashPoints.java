package praxis.processor.crash;

import java.util.concurrent.Callable;

/** Told of each point that is passed; whoever is to end there does not come back from it. */
@FunctionalInterface
public interface CrashPoints {
    void at(String point);

    /** A step with a point before it and one behind it. */
    default <T> T around(String step, Callable<T> work) throws Exception {
        at("before " + step);
        T result = work.call();
        at("after " + step);
        return result;
    }
}
