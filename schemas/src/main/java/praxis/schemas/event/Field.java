package praxis.schemas.event;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/**
 * One field of a sparse message. Absent keeps what is known, null clears it, a value replaces it:
 * three different things, which a bare {@code Optional} or {@code null} would mix up.
 */
public sealed interface Field<T> {
    /** The field was not there: what is known stays. */
    record Absent<T>() implements Field<T> {}

    /** The field was there and said {@code null}: what is known is cleared. */
    record Cleared<T>() implements Field<T> {}

    record Value<T>(T value) implements Field<T> {
        /** What a message says of a person. */
        @Override
        public String toString() {
            return "Value[redacted]";
        }
    }

    static <T> Field<T> absent() {
        return new Absent<>();
    }

    static <T> Field<T> cleared() {
        return new Cleared<>();
    }

    static <T> Field<T> of(T value) {
        return new Value<>(value);
    }

    /** What a nullable column and its "was ever set" bit say together. */
    static <T> Field<T> fromColumn(@Nullable T value, boolean everSet) {
        if (value != null) {
            return of(value);
        }
        return everSet ? cleared() : absent();
    }

    /** This field laid over {@code earlier}. */
    default Field<T> over(Field<T> earlier) {
        return this instanceof Absent<T> ? earlier : this;
    }

    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }

    default <U> Field<U> map(Function<T, U> change) {
        return switch (this) {
            case Absent<T> _ -> absent();
            case Cleared<T> _ -> cleared();
            case Value<T>(T value) -> of(change.apply(value));
        };
    }

    default Optional<T> toOptional() {
        return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
