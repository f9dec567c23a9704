package praxis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;

/** What every error has in common. */
final class ProblemAssertions {
    private ProblemAssertions() {}

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .startsWith("{\"type\":\"about:blank\",\"title\":\"")
                .contains("\"status\":" + status + ",\"detail\":\"");
        assertThat(answer.body().toLowerCase(Locale.ROOT))
                .doesNotContain("exception", "praxis", "kafka", "micronaut", "booking.", "sha");
    }
}
