package praxis.sandbox.bench.ground;

import praxis.sandbox.system.Trouble;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * How long the processor has been at its batches, from the first look at one to its commit, as it
 * says itself: no waiting for the broker is in it.
 */
public final class BatchClock implements AutoCloseable {
    private static final String TIMES = "praxis_batch_seconds_sum";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;

    public BatchClock(URI processor) {
        this.metrics = processor.resolve("/prometheus");
    }

    /** Since its start. */
    public double seconds() throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(metrics).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(TIMES))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                    .sum();
        } catch (IOException failed) {
            throw new Trouble("The processor does not tell its figures.", failed);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
