package praxis.sandbox.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which anything can be sent, HTTP or not. */
final class RawConnection implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofMillis(300);
    private static final int MOST_BYTES = 1 << 20;

    private final Socket socket;

    RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
    }

    /** What the other side said until it closed. */
    record Heard(String text, boolean closed) {}

    /** False if the other side takes nothing any more. */
    boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Listens until the other side closes, or falls silent after it has said something. */
    Heard hear(Duration patience) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        InputStream in = socket.getInputStream();
        try {
            while (heard.size() < MOST_BYTES) {
                socket.setSoTimeout((int) (heard.size() == 0 ? patience : SILENCE).toMillis());
                int count = in.read(buffer);
                if (count < 0) {
                    return new Heard(heard.toString(StandardCharsets.ISO_8859_1), true);
                }
                heard.write(buffer, 0, count);
            }
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), false);
        } catch (SocketTimeoutException silent) {
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), false);
        } catch (IOException reset) {
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), true);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
