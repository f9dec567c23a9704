package praxis.processor.apply;

import java.util.Arrays;
import java.util.function.Function;

/** Finds the constant that a column names. */
final class WireName {
    private WireName() {}

    static <E> E read(E[] constants, Function<E, String> wireName, String name) {
        return Arrays.stream(constants)
                .filter(each -> wireName.apply(each).equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("the database holds an unknown name"));
    }
}
