package praxis.read.events;

import io.micronaut.http.HttpRequest;

import praxis.read.answers.Cursors;
import praxis.read.answers.Parameters;
import praxis.read.answers.Reading;
import praxis.read.answers.SearchWords;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which events are asked for.
 *
 * @param patient our id of a patient, or the booking tool's
 * @param from inclusive, by receipt
 * @param to exclusive, by receipt
 * @param words each must occur in type, error, ids, outcome or payload
 * @param before the offset of the last event of the page before
 */
record EventFilter(
        Optional<String> type,
        Optional<String> status,
        Optional<String> patient,
        Optional<Instant> from,
        Optional<Instant> to,
        SearchWords words,
        Optional<Long> before,
        int limit) {

    private static final String LIST = "webhook-events";
    private static final List<String> STATUSES =
            List.of("success", "duplicate", "stale", "needs_review", "error");

    static Reading<EventFilter> read(HttpRequest<?> request, Cursors cursors) {
        Parameters parameters =
                Parameters.of(
                        request, "limit", "cursor", "type", "status", "patient", "from", "to", "q");
        EventFilter filter =
                new EventFilter(
                        parameters.text("type"),
                        parameters.oneOf("status", STATUSES),
                        parameters.text("patient"),
                        parameters.instant("from"),
                        parameters.instant("to"),
                        SearchWords.of(parameters.text("q").orElse("")),
                        parameters.cursor(cursors, LIST).map(place -> Long.valueOf(place.get(0))),
                        parameters.limit());
        if (filter.from.isPresent()
                && filter.to.isPresent()
                && !filter.from.get().isBefore(filter.to.get())) {
            parameters.refuse("to", "A time after from.");
        }
        return parameters.reading(() -> filter);
    }

    /** Of those that failed, all that there are. */
    static Reading<EventFilter> ofFailed(HttpRequest<?> request) {
        Parameters parameters = Parameters.of(request, "type", "patient", "from", "to", "q");
        EventFilter filter =
                new EventFilter(
                        parameters.text("type"),
                        Optional.empty(),
                        parameters.text("patient"),
                        parameters.instant("from"),
                        parameters.instant("to"),
                        SearchWords.of(parameters.text("q").orElse("")),
                        Optional.empty(),
                        Parameters.LARGEST_LIMIT);
        return parameters.reading(() -> filter);
    }

    /** Whether every entry will do, so that nothing has to be searched. */
    boolean takesAll() {
        return type.isEmpty()
                && status.isEmpty()
                && patient.isEmpty()
                && from.isEmpty()
                && to.isEmpty()
                && words.patterns().isEmpty();
    }

    static String sealedPlace(Cursors cursors, long offset) {
        return cursors.seal(LIST, List.of(Long.toString(offset)));
    }

    /** Never what was searched for. */
    @Override
    public String toString() {
        return "EventFilter[limit " + limit + "]";
    }
}
