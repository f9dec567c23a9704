package praxis.sandbox.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Sends requests over a number of kept connections, from one thread: on a machine of two cores a
 * client that needs more than a fraction of one measures itself.
 */
public final class LoadGenerator {
    private final InetSocketAddress to;
    private final int connectionCount;

    public LoadGenerator(InetSocketAddress to, int connectionCount) {
        this.to = to;
        this.connectionCount = connectionCount;
    }

    /**
     * Returns when the time is over and the last answer is in. Connects anew: a server may close
     * connections on which nothing comes while another is being measured.
     */
    public LoadResult run(Requests requests, Pace pace, Duration duration) throws IOException {
        try (LoadRun run = new LoadRun(to, connectionCount)) {
            return run.send(requests, pace, duration);
        }
    }
}
