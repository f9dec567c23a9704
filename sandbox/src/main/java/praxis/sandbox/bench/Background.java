package praxis.sandbox.bench;

import praxis.sandbox.bench.ground.Drain;
import praxis.sandbox.bench.ground.ProgressQueries;
import praxis.sandbox.bench.load.LoadGenerator;
import praxis.sandbox.bench.load.LoadResult;
import praxis.sandbox.bench.load.Pace;
import praxis.sandbox.bench.load.Requests;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Traffic through the whole pipe. */
final class Background {
    private final LoadGenerator load;
    private final Requests requests;
    private final ProgressQueries progress;

    Background(LoadGenerator load, Requests requests, ProgressQueries progress) {
        this.load = load;
        this.requests = requests;
        this.progress = progress;
    }

    /** What goes on beside it, on the caller's thread. */
    interface Foreground {
        void run(Watch watch) throws IOException, SQLException, InterruptedException;
    }

    /** Whether the traffic still flows. */
    interface Watch {
        boolean flows();
    }

    /**
     * What flowed in the time it took until the last of it was committed.
     *
     * @param accepted by the edge
     * @param meanBatch records of a transaction
     */
    record Flow(long accepted, double seconds, double meanBatch) {
        double perSecond() {
            return accepted / seconds;
        }
    }

    /** As much as the pipe takes. */
    Flow saturate(Duration duration) throws IOException, SQLException, InterruptedException {
        return flow(Pace.UNLIMITED, duration, watch -> {});
    }

    Flow flow(Pace pace, Duration duration, Foreground foreground)
            throws IOException, SQLException, InterruptedException {
        long before = progress.committed();
        long batchesBefore = progress.batches();
        long begin = System.nanoTime();
        LoadResult sent = sendBeside(pace, duration, foreground);
        long accepted = sent.times().count();
        new Drain(progress).await(before, before + accepted);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double batches = Math.max(1, progress.batches() - batchesBefore);
        return new Flow(accepted, seconds, (progress.committed() - before) / batches);
    }

    private LoadResult sendBeside(Pace pace, Duration duration, Foreground foreground)
            throws IOException, SQLException, InterruptedException {
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<LoadResult> sending = sender.submit(() -> load.run(requests, pace, duration));
            foreground.run(() -> !sending.isDone());
            return sending.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the background traffic broke off", failed);
        }
    }
}
