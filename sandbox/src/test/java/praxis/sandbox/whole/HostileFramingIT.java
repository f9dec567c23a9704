package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import praxis.sandbox.system.Program;
import praxis.sandbox.whole.RawConnection.Heard;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
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
        saysNothingOfThem(Program.INGEST_EDGE, sandbox);
    }

    @Test
    void leavesTheReadApiUnmoved(Practice practice, TestSandbox sandbox) throws Exception {
        isUnmoved(sandbox.sandbox().read(), HostileRequest.all("GET /api/patients"));
        assertThat(practice.read("/api/patients?limit=1").path("data").isArray()).isTrue();
        saysNothingOfThem(Program.READ_API, sandbox);
    }

    /** Its server says that it does not do something (501, 505); nobody outside gets to ask it. */
    @Test
    void leavesTheProcessorUnmoved(Practice practice, TestSandbox sandbox) throws Exception {
        URI processor =
                sandbox.sandbox().programs(Program.EVENT_PROCESSOR).getFirst().instance().address();
        List<HostileRequest> requests = HostileRequest.all("GET /health/liveness");
        List<Heard> heard = heard(processor, requests);
        for (int i = 0; i < requests.size(); i++) {
            assertThat(statuses(heard.get(i)))
                    .as(requests.get(i).name())
                    .allMatch(status -> status < 500 || status == 501 || status == 505);
            Canaries.areNotIn(requests.get(i).name(), heard.get(i).text());
        }
        assertThat(practice.hears(Told.event("ping")).status()).isEqualTo("success");
        saysNothingOfThem(Program.EVENT_PROCESSOR, sandbox);
    }

    private static void saysNothingOfThem(Program program, TestSandbox sandbox) throws IOException {
        Canaries.areInNoLog(sandbox.files());
        Canaries.areInNoMetric(sandbox.sandbox().programs(program).getFirst());
    }

    private static void isUnmoved(URI server, List<HostileRequest> requests) throws Exception {
        SoftAssertions all = new SoftAssertions();
        List<Heard> heard = heard(server, requests);
        for (int i = 0; i < requests.size(); i++) {
            judge(requests.get(i), heard.get(i), all);
        }
        all.assertAll();
    }

    private static List<Heard> heard(URI server, List<HostileRequest> requests) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Heard>> exchanges =
                    requests.stream()
                            .<Callable<Heard>>map(each -> () -> said(server, each))
                            .toList();
            List<Heard> heard = new ArrayList<>();
            for (Future<Heard> exchange : clients.invokeAll(exchanges)) {
                heard.add(exchange.get());
            }
            return heard;
        }
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
        List<Integer> statuses = statuses(heard);
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

    private static List<Integer> statuses(Heard heard) {
        return STATUS.matcher(heard.text())
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
