package praxis.processor.simulate.world;

import java.util.List;
import java.util.Set;

/** Chooses what is to be sent next. */
@FunctionalInterface
public interface Postman {
    /**
     * The letters that are due, in the order in which they go out.
     *
     * @param written all that were ever committed
     * @param sent those that are marked as sent
     */
    List<Letter> due(List<Letter> written, Set<Letter> sent);

    /** By their place in the log, each as long as it is not marked. */
    static Postman byPlaceInTheLog() {
        return (written, sent) ->
                written.stream()
                        .filter(letter -> !sent.contains(letter))
                        .sorted(Letter.ORDER)
                        .toList();
    }
}
