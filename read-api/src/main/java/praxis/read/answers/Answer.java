package praxis.read.answers;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** Good answers other than 200, in the same JSON. */
public final class Answer {
    private Answer() {}

    public static MutableHttpResponse<?> of(HttpStatus status, Object body) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Json.bytes(body));
    }
}
