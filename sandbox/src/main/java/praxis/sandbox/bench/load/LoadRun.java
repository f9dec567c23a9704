package praxis.sandbox.bench.load;

import praxis.sandbox.bench.measure.Samples;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Connections that are kept while requests go over them, and what came back. */
final class LoadRun implements AutoCloseable {
    /** Short, since a pace is looked at between two of these. */
    private static final long LOOK_MILLIS = 1;

    private final Selector selector;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private final Samples times = new Samples();
    private long refused;

    LoadRun(InetSocketAddress to, int connectionCount) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < connectionCount; i++) {
            connections.add(new HttpConnection(to, selector));
        }
        idle.addAll(connections);
    }

    LoadResult send(Requests requests, Pace pace, Duration duration) throws IOException {
        long begin = System.nanoTime();
        long sent = 0;
        while (true) {
            long elapsed = System.nanoTime() - begin;
            boolean over = elapsed >= duration.toNanos();
            while (!over && !idle.isEmpty() && pace.isDue(sent, elapsed)) {
                idle.remove().send(requests);
                sent++;
            }
            if (over && idle.size() == connections.size()) {
                return new LoadResult(times, refused, elapsed / 1e9);
            }
            receive();
        }
    }

    private void receive() throws IOException {
        selector.select(LOOK_MILLIS);
        if (Thread.interrupted()) {
            throw new IOException("interrupted");
        }
        for (var key : selector.selectedKeys()) {
            if (key.attachment() instanceof HttpConnection connection) {
                receive(connection);
            }
        }
        selector.selectedKeys().clear();
    }

    private void receive(HttpConnection connection) throws IOException {
        int status = connection.receive();
        if (status == 0) {
            return;
        }
        if (status / 100 == 2) {
            times.add(System.nanoTime() - connection.sentAt());
        } else {
            refused++;
        }
        idle.add(connection);
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
