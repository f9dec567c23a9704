package praxis.sandbox.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads HTTP answers that say how long they are, and no more of them than is needed. */
final class AnswerReader {
    private static final int NOT_YET = -1;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "content-length:";
    private static final int CAPACITY = 16 * 1024;

    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);

    /** What the channel reads into. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** The status of the answer that is complete now; 0 while there is none. */
    int complete() {
        int head = endOfHead();
        if (head == NOT_YET || bytes.position() < head + bodyLength(head)) {
            return 0;
        }
        int status = number(STATUS_AT);
        bytes.clear();
        return status;
    }

    private int endOfHead() {
        byte[] read = bytes.array();
        for (int i = 3; i < bytes.position(); i++) {
            if (read[i] == '\n' && read[i - 1] == '\r' && read[i - 2] == '\n') {
                return i + 1;
            }
        }
        return NOT_YET;
    }

    private int bodyLength(int head) {
        int start = 0;
        for (int i = 0; i < head; i++) {
            if (bytes.get(i) == '\n') {
                if (isLength(start)) {
                    return number(start + LENGTH.length());
                }
                start = i + 1;
            }
        }
        throw new IllegalStateException("the answer does not say how long it is: " + text(head));
    }

    private boolean isLength(int start) {
        for (int i = 0; i < LENGTH.length(); i++) {
            // 0x20 makes ASCII letters small, and leaves '-' and ':' as they are.
            if ((bytes.get(start + i) | 0x20) != (LENGTH.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int at = from;
        while (bytes.get(at) == ' ') {
            at++;
        }
        int number = 0;
        while (Character.isDigit(bytes.get(at))) {
            number = 10 * number + bytes.get(at) - '0';
            at++;
        }
        return number;
    }

    private String text(int head) {
        return new String(bytes.array(), 0, head, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }
}
