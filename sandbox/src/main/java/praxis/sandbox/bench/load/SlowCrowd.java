package praxis.sandbox.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that begin a request and then send a byte now and then, or, for comparison, send a whole
 * one and then nothing; whoever is closed comes again.
 */
public final class SlowCrowd implements AutoCloseable {
    private static final int CONNECTS_PER_SECOND = 400;
    private static final long LOOK_MILLIS = 20;
    private static final double NANOS = 1e9;

    private final InetSocketAddress to;
    private final List<byte[]> beginnings;
    private final int count;
    private final boolean dripping;
    private final Selector selector;
    private final List<SlowClient> clients = new ArrayList<>();
    private final Deque<SlowClient> gone = new ArrayDeque<>();
    private final ByteBuffer unread = ByteBuffer.allocateDirect(4_096);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> running;
    private volatile boolean over;
    private long opened;
    private long closed;
    private long longestNanos;

    private SlowCrowd(InetSocketAddress to, List<String> beginnings, int count, boolean dripping)
            throws IOException {
        this.to = to;
        this.beginnings =
                beginnings.stream().map(each -> each.getBytes(StandardCharsets.US_ASCII)).toList();
        this.count = count;
        this.dripping = dripping;
        this.selector = Selector.open();
        this.running = thread.submit(this::run);
    }

    /**
     * Returns at once; {@link #timeToGather} tells when all are there.
     *
     * @param beginnings of requests, taken by turns
     */
    public static SlowCrowd gather(InetSocketAddress to, List<String> beginnings, int count)
            throws IOException {
        return new SlowCrowd(to, beginnings, count, true);
    }

    /** The same number of connections, and no harm meant. */
    public static SlowCrowd gatherIdle(InetSocketAddress to, String request, int count)
            throws IOException {
        return new SlowCrowd(to, List.of(request), count, false);
    }

    public static Duration timeToGather(int count) {
        return Duration.ofMillis(1_000L * count / CONNECTS_PER_SECOND + 1_000);
    }

    /**
     * What became of them.
     *
     * @param closed by the server
     * @param longestSeconds that one of them was left open
     */
    public record Seen(long closed, double longestSeconds) {}

    /** Goes away, and tells. */
    public Seen leave() throws IOException {
        over = true;
        try {
            running.get();
        } catch (ExecutionException failed) {
            throw new IOException("the slow clients broke off", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        long now = System.nanoTime();
        clients.stream()
                .filter(client -> !gone.contains(client))
                .forEach(client -> longestNanos = Math.max(longestNanos, client.age(now)));
        return new Seen(closed, longestNanos / NANOS);
    }

    private Void run() throws IOException {
        long begin = System.nanoTime();
        while (!over) {
            long now = System.nanoTime();
            connect((now - begin) / NANOS);
            if (dripping) {
                clients.forEach(client -> client.drip(now));
            }
            listen();
        }
        return null;
    }

    private void connect(double seconds) throws IOException {
        while (opened < CONNECTS_PER_SECOND * seconds) {
            opened++;
            if (!gone.isEmpty()) {
                gone.remove().connect(to, selector);
            } else if (clients.size() < count) {
                byte[] beginning = beginnings.get(clients.size() % beginnings.size());
                SlowClient client = new SlowClient(beginning);
                clients.add(client);
                client.connect(to, selector);
            }
        }
    }

    private void listen() throws IOException {
        selector.select(LOOK_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof SlowClient client
                    && client.isClosedBy(unread.clear())) {
                closed++;
                longestNanos = Math.max(longestNanos, client.age(System.nanoTime()));
                client.close();
                gone.add(client);
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        over = true;
        thread.close();
        for (SlowClient client : clients) {
            client.close();
        }
        selector.close();
    }
}
