package praxis.edge.rehearse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client over a real connection that knows just enough HTTP for the edge's own answers. */
final class Spectator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern HEAD =
            Pattern.compile(
                    "HTTP/1\\.1 (?<status>\\d{3}) .*\r\ncontent-length: *(?<length>\\d{1,6})\r\n.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Socket socket;
    private final InputStream in;

    Spectator(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Returns the answer's status. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        Matcher head = HEAD.matcher(head());
        if (!head.matches()) {
            throw new IOException("no answer that a rehearsal knows");
        }
        in.skipNBytes(Integer.parseInt(head.group("length")));
        return Integer.parseInt(head.group("status"));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
