package praxis.read.reviews;

import io.micronaut.http.HttpRequest;

import praxis.read.answers.Cursors;
import praxis.read.answers.Parameters;
import praxis.read.answers.Reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which review items are asked for, and in which order.
 *
 * @param onlyDue leaves out what need not be asked about yet
 * @param after the last item of the page before
 */
record ReviewFilter(
        String state,
        Optional<String> kind,
        boolean onlyDue,
        String sort,
        Optional<Place> after,
        int limit) {

    static final String OPEN = "open";
    static final String POSTPONED = "postponed";
    static final String DECIDED = "decided";
    static final String CLOSED = "closed";

    static final String NEXT_APPOINTMENT = "next_appointment";
    static final String NEWEST_FIRST = "closed_at";

    private static final String LIST = "reviews";
    private static final List<String> STATES = List.of(OPEN, POSTPONED, DECIDED, CLOSED);
    private static final List<String> SORTS = List.of(NEXT_APPOINTMENT, "age", "score", "kind");

    /**
     * Where an item stands in a list.
     *
     * @param key what the list is sorted by, as a number
     * @param time breaks a tie, and the id what is left of it
     */
    record Place(double key, String time, UUID id) {}

    static Reading<ReviewFilter> read(HttpRequest<?> request, Cursors cursors) {
        Parameters parameters =
                Parameters.of(request, "state", "kind", "due", "sort", "limit", "cursor");
        String state = parameters.oneOf("state", STATES).orElse(OPEN);
        boolean isOver = state.equals(DECIDED) || state.equals(CLOSED);
        String sort =
                parameters
                        .oneOf("sort", isOver ? List.of(NEWEST_FIRST) : SORTS)
                        .orElse(isOver ? NEWEST_FIRST : NEXT_APPOINTMENT);
        ReviewFilter filter =
                new ReviewFilter(
                        state,
                        parameters.oneOf("kind", ReviewKind.names()),
                        state.equals(OPEN)
                                && parameters
                                        .oneOf("due", List.of("true", "all"))
                                        .filter("all"::equals)
                                        .isEmpty(),
                        sort,
                        parameters.cursor(cursors, list(state, sort)).map(ReviewFilter::place),
                        parameters.limit());
        return parameters.reading(() -> filter);
    }

    String sealed(Cursors cursors, Place place) {
        return cursors.seal(
                list(state, sort),
                List.of(Double.toString(place.key()), place.time(), place.id().toString()));
    }

    /** A place in one order means nothing in another. */
    private static String list(String state, String sort) {
        return LIST + " " + state + " " + sort;
    }

    private static Place place(List<String> parts) {
        return new Place(
                Double.parseDouble(parts.get(0)), parts.get(1), UUID.fromString(parts.get(2)));
    }
}
