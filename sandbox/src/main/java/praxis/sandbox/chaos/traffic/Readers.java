package praxis.sandbox.chaos.traffic;

import praxis.sandbox.access.Caller;
import praxis.sandbox.access.TokenIssuer;
import praxis.sandbox.chaos.ground.ChaosGround;
import praxis.schemas.record.PracticeId;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody at the practice who looks at patients and events again and again. */
public final class Readers implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST_RUN = Duration.ofDays(1);
    private static final String[] PAGES = {
        "/api/patients?limit=5", "/api/admin/webhook-events?limit=5"
    };

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI read;
    private final String token;
    private final Thread thread = Thread.ofVirtual().name("reader").unstarted(this::run);
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong silences = new AtomicLong();
    private final AtomicLong worstNanos = new AtomicLong();
    private int turn;

    /**
     * What readers were told.
     *
     * @param pages answers with what was asked for
     * @param errors answers that something is not available
     * @param silences no answer at all
     * @param worst the longest time to any answer
     */
    public record Totals(long pages, long errors, long silences, Duration worst) {}

    public Readers(ChaosGround ground, InstantSource clock) {
        this.read = ground.read().current().address();
        this.token =
                new TokenIssuer(ground.secrets().jwtSecret())
                        .issue(
                                new Caller(Caller.Role.ADMIN, "chefin", PracticeId.DEFAULT),
                                clock.instant(),
                                LONGEST_RUN);
    }

    public void start() {
        thread.start();
    }

    public Totals totals() {
        return new Totals(
                pages.get(), errors.get(), silences.get(), Duration.ofNanos(worstNanos.get()));
    }

    /** Now, with everything in order again: is the page there? */
    public boolean isServed() throws InterruptedException {
        long before = pages.get();
        look();
        return pages.get() > before;
    }

    /** Looks no more. */
    public void finish() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
        http.close();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                look();
                TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(read.resolve(PAGES[turn++ % PAGES.length]))
                        .timeout(SILENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        long begin = System.nanoTime();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            worstNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
            (status == 200 ? pages : errors).incrementAndGet();
        } catch (IOException silent) {
            silences.incrementAndGet();
        }
    }
}
