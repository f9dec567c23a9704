package praxis.read.patients;

import io.micronaut.http.HttpRequest;

import praxis.read.answers.Cursors;
import praxis.read.answers.Parameters;
import praxis.read.answers.Reading;
import praxis.read.answers.SearchWords;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which patients are asked for.
 *
 * @param words each must occur in name, e-mail address or booking id
 * @param after the last patient of the page before
 */
record PatientFilter(SearchWords words, Optional<Place> after, int limit) {
    private static final String LIST = "patients";

    /** Where a patient stands in the list. */
    record Place(String lastName, String firstName, UUID id) {
        String sealed(Cursors cursors) {
            return cursors.seal(LIST, List.of(lastName, firstName, id.toString()));
        }

        /** Never the name. */
        @Override
        public String toString() {
            return "Place[" + id + "]";
        }
    }

    static Reading<PatientFilter> read(HttpRequest<?> request, Cursors cursors) {
        Parameters parameters = Parameters.of(request, "q", "limit", "cursor");
        SearchWords words = SearchWords.of(parameters.text("q").orElse(""));
        Optional<Place> after =
                parameters
                        .cursor(cursors, LIST)
                        .map(
                                place ->
                                        new Place(
                                                place.get(0),
                                                place.get(1),
                                                UUID.fromString(place.get(2))));
        int limit = parameters.limit();
        return parameters.reading(() -> new PatientFilter(words, after, limit));
    }
}
