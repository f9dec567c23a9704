package praxis.read.answers;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

import java.nio.charset.StandardCharsets;

/** Good answers other than 200, in the same JSON. */
public final class Answer {
    private Answer() {}

    /** As a part of an answer that is more than JSON. */
    public static String json(Object part) {
        return new String(Json.bytes(part), StandardCharsets.UTF_8);
    }

    public static MutableHttpResponse<?> of(HttpStatus status, Object body) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Json.bytes(body));
    }
}
