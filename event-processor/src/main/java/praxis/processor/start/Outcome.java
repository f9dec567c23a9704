package praxis.processor.start;

import java.util.function.Function;

/** What a step of the start came to. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The processor must not run like this, and waiting would not help.
     *
     * @param sentence what is wrong and what to do, for the operator
     */
    record Refused<T>(String sentence) implements Outcome<T> {}

    default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(String sentence) -> new Refused<>(sentence);
        };
    }
}
