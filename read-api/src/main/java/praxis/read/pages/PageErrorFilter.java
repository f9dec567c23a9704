package praxis.read.pages;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

import org.jspecify.annotations.Nullable;

import praxis.read.answers.Problem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes pages of problems, for people; who has not signed in is led to where one can. */
@ServerFilter("/**")
// Around the security's own, whose refusals are what is to be explained.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PageErrorFilter {
    private final Pages pages;

    PageErrorFilter(Pages pages) {
        this.pages = pages;
    }

    @ResponseFilter
    @Nullable MutableHttpResponse<?> explain(
            HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean isProblem =
                response.getContentType()
                        .filter(type -> type.getName().equals(Problem.MEDIA_TYPE))
                        .isPresent();
        if (!isProblem || !PagePaths.isPage(request.getPath())) {
            return null;
        }
        HttpStatus status = response.status();
        return status == HttpStatus.UNAUTHORIZED
                ? signIn(request)
                : pages.error(request, status, words(status));
    }

    private static MutableHttpResponse<?> signIn(HttpRequest<?> request) {
        String wanted = request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/";
        return Pages.goTo("/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "error.forbidden";
            case NOT_FOUND -> "error.not_found";
            case SERVICE_UNAVAILABLE -> "error.unavailable";
            case TOO_MANY_REQUESTS -> "error.too_many";
            case CONFLICT -> "error.conflict";
            default ->
                    status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                            ? "error.not_understood"
                            : "error.ours";
        };
    }
}
