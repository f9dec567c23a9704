package praxis.sandbox.chaos.traffic;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts one request over a connection of its own, and takes the time from its last byte to the
 * answer's.
 */
final class TimedPost {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern LENGTH =
            Pattern.compile("\r\ncontent-length: *(\\d{1,6})\r\n", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETRY_AFTER =
            Pattern.compile("\r\nretry-after: *(\\d{1,6})\r\n", Pattern.CASE_INSENSITIVE);

    private TimedPost() {}

    static Reply post(URI edge, String path, Map<String, String> headers, byte[] body) {
        try (Socket socket = new Socket()) {
            byte[] request = request(edge, path, headers, body);
            try {
                socket.connect(new InetSocketAddress(edge.getHost(), edge.getPort()));
            } catch (IOException nobody) {
                return new Reply.Refused();
            }
            return exchange(socket, request);
        } catch (SocketTimeoutException silent) {
            return new Reply.Silent();
        } catch (IOException broken) {
            return new Reply.CutOff();
        }
    }

    private static Reply exchange(Socket socket, byte[] request) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) SILENCE.toMillis());
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        long sent = System.nanoTime();
        String answer = answer(new BufferedInputStream(socket.getInputStream()));
        Duration after = Duration.ofNanos(System.nanoTime() - sent);
        Matcher status = STATUS.matcher(answer);
        if (!status.lookingAt()) {
            return new Reply.CutOff();
        }
        return new Reply.Answered(
                Integer.parseInt(status.group(1)),
                answer.substring(answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length()),
                retryAfter(answer),
                after);
    }

    /** Without waiting for the connection's end, which may come later than the answer's. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(400);
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body =
                length.find()
                        ? in.readNBytes(Integer.parseInt(length.group(1)))
                        : in.readAllBytes();
        return head + new String(body, StandardCharsets.UTF_8);
    }

    private static Optional<Duration> retryAfter(String answer) {
        Matcher seconds = RETRY_AFTER.matcher(answer);
        return seconds.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))))
                : Optional.empty();
    }

    private static byte[] request(URI edge, String path, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(400);
        head.append("POST ").append(path).append(" HTTP/1.1\r\n");
        header(head, "Host", edge.getHost() + ":" + edge.getPort());
        header(head, "Connection", "close");
        header(head, "Content-Type", "application/json");
        header(head, "Content-Length", Integer.toString(body.length));
        headers.forEach((name, value) -> header(head, name, value));
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
