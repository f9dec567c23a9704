package praxis.sandbox.chaos.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** One client's connection and the one to the server that belongs to it. */
final class Link {
    private static final int PIECE = 16 * 1024;

    private final Socket client;
    private final Socket server = new Socket();
    private final Sky sky;

    Link(Socket client, Sky sky) {
        this.client = client;
        this.sky = sky;
    }

    /** Passes data on in both directions until both sides have finished or one is cut. */
    void run(InetSocketAddress target) throws InterruptedException {
        try {
            sky.awaitPassing();
            server.connect(target);
            refuseItself();
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException unreachable) {
            cut();
            return;
        }
        CountDownLatch back = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () -> {
                            pass(server, client);
                            back.countDown();
                        });
        pass(client, server);
        back.await();
        close(client);
        close(server);
    }

    /** Where nobody listens, a loopback socket can happen to meet itself (RFC 9293, 3.5). */
    private void refuseItself() throws IOException {
        if (server.getLocalPort() == server.getPort()) {
            throw new IOException("nobody listens");
        }
    }

    /** As a network does that forgets a connection: no goodbye, both sides get a reset. */
    void cut() {
        reset(client);
        reset(server);
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sky.hold(read);
                out.write(piece, 0, read);
            }
            sky.awaitPassing();
            to.shutdownOutput();
        } catch (IOException broken) {
            cut();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            return;
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
