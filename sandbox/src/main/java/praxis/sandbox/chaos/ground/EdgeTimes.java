package praxis.sandbox.chaos.ground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What edges themselves say of the time from a delivery's last byte until its answer was sent. A
 * sender's time has more in it: until its bytes are read, and until it is let read the answer.
 */
public final class EdgeTimes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String METRIC = "edge_duration_seconds_";

    private final HttpClient http = HttpClient.newHttpClient();
    private long answers;
    private long within800Millis;
    private long within900Millis;
    private long withinSecond;
    private int unread;

    /**
     * Of all edges that were asked.
     *
     * @param unread edges that did not say
     */
    public record Totals(
            long answers, long over800Millis, long over900Millis, long overSecond, int unread) {}

    /** Once for each edge, when it has served its time. */
    public void ask(URI edge) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(edge.resolve("/prometheus")).timeout(PATIENCE).build();
        try {
            add(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException silent) {
            unread();
        }
    }

    public synchronized Totals totals() {
        return new Totals(
                answers,
                answers - within800Millis,
                answers - within900Millis,
                answers - withinSecond,
                unread);
    }

    synchronized void add(String metrics) {
        answers += figure(metrics, "count");
        within800Millis += figure(metrics, "bucket{le=\"0.8\"}");
        within900Millis += figure(metrics, "bucket{le=\"0.9\"}");
        withinSecond += figure(metrics, "bucket{le=\"1.0\"}");
    }

    private synchronized void unread() {
        unread++;
    }

    private static long figure(String metrics, String name) {
        Matcher line =
                Pattern.compile("^" + Pattern.quote(METRIC + name) + " (\\d+)", Pattern.MULTILINE)
                        .matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("no edge without " + METRIC + name);
        }
        return Long.parseLong(line.group(1));
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
