package praxis.sandbox.bench.load;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A connection whose request never comes to its end. */
final class SlowClient implements AutoCloseable {
    private static final long BETWEEN_BYTES = Duration.ofSeconds(1).toNanos();

    private final byte[] beginning;
    private @Nullable SocketChannel channel;
    private long connectedAt;
    private long sentAt;

    SlowClient(byte[] beginning) {
        this.beginning = beginning;
    }

    void connect(InetSocketAddress to, Selector selector) throws IOException {
        SocketChannel opened = SocketChannel.open(to);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        channel = opened;
        connectedAt = System.nanoTime();
        sentAt = connectedAt;
        send(beginning);
    }

    void drip(long now) {
        if (now - sentAt >= BETWEEN_BYTES) {
            sentAt = now;
            send(new byte[] {'x'});
        }
    }

    /** That the other side is gone shows when it is listened to. */
    private void send(byte[] bytes) {
        try {
            if (channel != null && channel.isOpen()) {
                channel.write(ByteBuffer.wrap(bytes));
            }
        } catch (IOException gone) {
            sentAt = Long.MAX_VALUE;
        }
    }

    /** An answer is no end: who goes on sending after it is no faster. */
    boolean isClosedBy(ByteBuffer unread) {
        try {
            return channel == null || channel.read(unread) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    long age(long now) {
        return now - connectedAt;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
