package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import praxis.sandbox.whole.RawConnection.Heard;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is no HTTP, or two things at once: refused, and the next request is answered. */
@ExtendWith(WithSandbox.class)
class HostileFramingIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final int AT_ONCE = 16;

    @Test
    void leavesTheEdgeUnmoved(Practice practice, TestSandbox sandbox) throws Exception {
        URI edge = sandbox.sandbox().edges().getFirst();
        isUnmoved(edge, HostileRequest.all("POST /api/webhooks/booking"));
        assertThat(practice.hears(Told.event("ping")).status()).isEqualTo("success");
        Canaries.areInNoLog(sandbox.files());
    }

    @Test
    void leavesTheReadApiUnmoved(Practice practice, TestSandbox sandbox) throws Exception {
        isUnmoved(sandbox.sandbox().read(), HostileRequest.all("GET /api/patients"));
        assertThat(practice.read("/api/patients?limit=1").path("data").isArray()).isTrue();
        Canaries.areInNoLog(sandbox.files());
    }

    private static void isUnmoved(URI server, List<HostileRequest> requests) throws Exception {
        SoftAssertions all = new SoftAssertions();
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Heard>> exchanges =
                    requests.stream()
                            .<Callable<Heard>>map(each -> () -> said(server, each))
                            .toList();
            List<Future<Heard>> heard = clients.invokeAll(exchanges);
            for (int i = 0; i < requests.size(); i++) {
                judge(requests.get(i), heard.get(i).get(), all);
            }
        }
        all.assertAll();
    }

    /** And somebody honest straight behind. */
    private static Heard said(URI server, HostileRequest request) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(request.text());
            Heard heard = connection.hear(PROMISED);
            try (RawConnection honest = new RawConnection(server)) {
                honest.send("GET /health/liveness HTTP/1.1\r\nHost: praxis\r\n\r\n");
                assertThat(honest.hear(PROMISED).text()).startsWith("HTTP/1.1 200");
            }
            return heard;
        }
    }

    private static void judge(HostileRequest request, Heard heard, SoftAssertions all) {
        List<Integer> statuses =
                STATUS.matcher(heard.text())
                        .results()
                        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                        .toList();
        all.assertThat(heard.closed() || !statuses.isEmpty())
                .as(request + ": is answered")
                .isTrue();
        all.assertThat(statuses).as(request.name()).allMatch(status -> status < 500);
        if (request.unclear()) {
            all.assertThat(statuses).as(request + ": nothing behind").hasSizeLessThanOrEqualTo(1);
            all.assertThat(statuses).as(request.name()).allMatch(status -> status >= 400);
        }
        // Addresses that are pages of documentation may speak of themselves.
        if (statuses.stream().noneMatch(status -> status < 400)) {
            all.assertThatCode(() -> Canaries.tellNothingOfTheInside(request.name(), heard.text()))
                    .doesNotThrowAnyException();
        }
    }
}
