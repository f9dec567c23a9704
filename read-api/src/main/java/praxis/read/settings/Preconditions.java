package praxis.read.settings;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

import praxis.read.answers.EntityTag;
import praxis.read.answers.Problem;

import java.util.List;
import java.util.Optional;

/** Holds what the caller has read against what is there (RFC 9110, section 13.1.1). */
final class Preconditions {
    private Preconditions() {}

    /** Empty where nothing stands in the way; of two who pass here the log lets only one. */
    static Optional<HttpResponse<?>> failed(HttpRequest<?> request, Object known) {
        List<String> expected = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
        return expected.isEmpty() || EntityTag.ofAnswer(known).isAmong(expected)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        HttpStatus.PRECONDITION_FAILED,
                                        "Settings or therapists have been changed since; read them"
                                                + " again.")
                                .toResponse());
    }
}
