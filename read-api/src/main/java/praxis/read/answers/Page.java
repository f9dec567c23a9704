package praxis.read.answers;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Some entries of a list that may be longer.
 *
 * @param nextCursor gives the entries after these; null with the last
 */
public record Page<T>(List<T> data, @Nullable String nextCursor) {

    /** {@code found} holds one entry more than {@code limit} where the list goes on. */
    public static <R, T> Page<T> of(
            List<R> found, int limit, Function<R, T> entry, Function<R, String> cursor) {
        boolean goesOn = found.size() > limit;
        List<R> shown = goesOn ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(entry).toList(), goesOn ? cursor.apply(shown.getLast()) : null);
    }
}
