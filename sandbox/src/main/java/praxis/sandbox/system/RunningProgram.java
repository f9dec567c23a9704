package praxis.sandbox.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One process of a program, from its start to its end. */
public final class RunningProgram {
    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Instance instance;
    private final Process process;
    private final Path log;
    private volatile boolean stopping;

    RunningProgram(Instance instance, Process process, Path log) {
        this.instance = instance;
        this.process = process;
        this.log = log;
    }

    public Instance instance() {
        return instance;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    void onEnd(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /** Calls {@code mourner} when the process ends without having been asked to. */
    public void onDeath(Consumer<String> mourner) {
        var _ =
                process.onExit()
                        .thenAccept(
                                gone -> {
                                    if (!stopping) {
                                        mourner.accept(obituary());
                                    }
                                });
    }

    /** True when it says so within {@code patience}; throws {@link Trouble} when it died. */
    public boolean awaitReady(HttpClient http, Duration patience, StopWish wish)
            throws InterruptedException {
        long polls = patience.dividedBy(POLL);
        for (long i = 0; i < polls; i++) {
            wish.check();
            if (!process.isAlive()) {
                throw new Trouble(obituary());
            }
            if (isReady(http)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return false;
    }

    public String unready(Duration patience) {
        return "%s is not ready after %d s. The end of its log %s:%n%s"
                .formatted(instance.name(), patience.toSeconds(), log, LogTail.of(log));
    }

    private String obituary() {
        return "%s ended with exit code %d. The end of its log %s:%n%s"
                .formatted(instance.name(), process.exitValue(), log, LogTail.of(log));
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(instance.address().resolve("/health/readiness"))
                        .timeout(ANSWER_TIMEOUT)
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks it to end; {@link #awaitEnd} waits, so that several can end at the same time. */
    public void askToEnd() {
        stopping = true;
        process.destroy();
    }

    public void awaitEnd() throws InterruptedException {
        if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** As {@code kill -9} does: no chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
