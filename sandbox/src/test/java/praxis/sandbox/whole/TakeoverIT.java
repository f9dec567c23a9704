package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import praxis.sandbox.database.FlowCounts;
import praxis.sandbox.database.FlowQueries;
import praxis.sandbox.system.ForegroundProgram;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningProgram;
import praxis.sandbox.system.RunningSandbox;
import praxis.sandbox.system.Sandbox;
import praxis.sandbox.tool.BookingTool;
import praxis.sandbox.tool.Signer;
import praxis.sandbox.tool.ToolCounts;
import praxis.sandbox.tool.Traffic;
import praxis.sandbox.tool.WebhookClient;
import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two processors, one of them killed under traffic: the other one takes over, and nothing is lost.
 */
class TakeoverIT {
    private static final double PER_SECOND = 40;
    private static final int BEFORE = 200;
    private static final int AFTER = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern RECEIVED =
            Pattern.compile(
                    "^praxis_records_received_total(?:\\{[^}]*})? ([0-9.E]+)", Pattern.MULTILINE);

    @Test
    void losesNothingWhenTheWorkingProcessorIsKilled() throws Exception {
        try (TestSandbox started = TestSandbox.start(2, 2)) {
            Sandbox sandbox = started.sandbox();
            FlowQueries flow = new FlowQueries();
            long acknowledged;
            try (BookingTool tool = tool(sandbox)) {
                tool.start(PER_SECOND);
                await().atMost(PATIENCE).until(() -> rows(sandbox, flow) >= BEFORE);
                RunningProgram working = working(sandbox.programs(Program.EVENT_PROCESSOR));

                working.kill();

                long before = tool.counts().accepted();
                await().atMost(PATIENCE).until(() -> tool.counts().accepted() >= before + AFTER);
                acknowledged = settled(tool);
            }
            await().atMost(PATIENCE).until(() -> rows(sandbox, flow) >= acknowledged);
            assertThat(started.failures()).singleElement().asString().contains("exit code 137");
            assertThat(verify(started)).isZero();
        }
    }

    private static BookingTool tool(Sandbox sandbox) {
        InstantSource clock = InstantSource.system();
        Signer signer = new Signer(sandbox.secrets().webhook());
        return new BookingTool(
                new Traffic(815),
                new WebhookClient(signer, PracticeId.DEFAULT, clock),
                sandbox.edges(),
                clock);
    }

    /** Nothing new is sent, and what was sent has been answered. */
    private static long settled(BookingTool tool) {
        tool.pause();
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            ToolCounts counts = tool.counts();
                            return counts.sent()
                                    == counts.accepted() + counts.rejected() + counts.givenUp();
                        });
        return tool.counts().accepted();
    }

    /** One practice is one partition, so one of the two has all the work. */
    static RunningProgram working(List<RunningProgram> processors) {
        return processors.stream().filter(each -> received(each) > 0).findFirst().orElseThrow();
    }

    private static double received(RunningProgram processor) {
        HttpRequest request =
                HttpRequest.newBuilder(processor.instance().address().resolve("/prometheus"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String metrics = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher received = RECEIVED.matcher(metrics);
            return received.find() ? Double.parseDouble(received.group(1)) : 0;
        } catch (IOException failed) {
            throw new AssertionError("no metrics", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static long rows(Sandbox sandbox, FlowQueries flow) throws SQLException {
        try (Connection connection = sandbox.superuser()) {
            FlowCounts counts = flow.count(connection);
            return counts.rowsByStatus().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static int verify(TestSandbox started) throws InterruptedException {
        RunningSandbox running = RunningSandbox.demand(started.files());
        return new ForegroundProgram(started.files(), TestSandbox.java(), running)
                .run(Program.EVENT_PROCESSOR, List.of("verify"));
    }
}
