package praxis.sandbox.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept connection, with one request on its way at most. */
final class HttpConnection implements AutoCloseable {
    private static final int CAPACITY = 16 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer request = ByteBuffer.allocateDirect(CAPACITY);
    private final AnswerReader answer = new AnswerReader();
    private long sentAt;

    HttpConnection(InetSocketAddress to, Selector selector) throws IOException {
        channel = SocketChannel.open(to);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Requests requests) throws IOException {
        request.clear();
        requests.write(request);
        request.flip();
        sentAt = System.nanoTime();
        // A request fits into a socket whose last request has been answered: this does not spin.
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    long sentAt() {
        return sentAt;
    }

    /** The status of an answer that has come in whole; 0 while there is none. */
    int receive() throws IOException {
        if (channel.read(answer.bytes()) < 0) {
            throw new IOException("the server has closed a connection that was to be kept");
        }
        return answer.complete();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
