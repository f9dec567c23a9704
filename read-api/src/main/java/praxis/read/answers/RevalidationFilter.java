package praxis.read.answers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Gives every good answer of the API a weak ETag, and sends none again to who has it already (RFC
 * 9110, section 13.1.2). What is about health may be kept by the caller's own device, for the sake
 * of that, but never shown from there without asking us.
 */
@ServerFilter("/api/**")
final class RevalidationFilter {
    private static final String OURS_TO_JUDGE = "private, no-cache";

    @ResponseFilter
    void revalidate(HttpRequest<?> request, MutableHttpResponse<?> response) {
        @Nullable Object answer = response.body();
        if (response.status() != HttpStatus.OK
                || answer == null
                || answer instanceof Publisher<?>) {
            return;
        }
        // What is bytes already is of another kind than JSON, and says of which.
        boolean isReady = answer instanceof byte[];
        byte[] body = answer instanceof byte[] ready ? ready : Json.bytes(answer);
        EntityTag tag = EntityTag.of(body);
        response.header(HttpHeaders.ETAG, tag.value())
                .header(HttpHeaders.CACHE_CONTROL, OURS_TO_JUDGE)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (asks(request) && tag.isAmong(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH))) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
        } else if (isReady) {
            response.body(body);
        } else {
            response.contentType(MediaType.APPLICATION_JSON_TYPE).body(body);
        }
    }

    /** Who changes something wants to see what it led to, whatever is at hand already. */
    private static boolean asks(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }
}
