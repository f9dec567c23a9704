package praxis.sandbox.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;

/** Sends one request at a time over one kept connection. */
public final class Probe implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final HttpConnection connection;

    public Probe(InetSocketAddress to) throws IOException {
        connection = new HttpConnection(to, selector);
    }

    /** When a request began and when its answer was in, as {@link System#nanoTime} tells it. */
    public record Exchange(long sentAt, long answeredAt) {}

    /** Any answer but 2xx is a failure. */
    public Exchange exchange(byte[] request) throws IOException {
        connection.send(into -> into.put(request));
        int status = 0;
        while (status == 0) {
            selector.select();
            selector.selectedKeys().clear();
            status = connection.receive();
        }
        if (status / 100 != 2) {
            throw new IOException("answered with " + status);
        }
        return new Exchange(connection.sentAt(), System.nanoTime());
    }

    @Override
    public void close() throws IOException {
        connection.close();
        selector.close();
    }
}
