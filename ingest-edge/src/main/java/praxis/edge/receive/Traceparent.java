package praxis.edge.receive;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** The W3C Trace Context header that follows an event through the system. */
final class Traceparent {
    /** Bytes that a new one is made of: trace id and parent id. */
    static final int RANDOM_BYTES = 24;

    private static final int TRACE_ID_BYTES = 16;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** A new trace, sampled, from random bytes. */
    static String of(byte[] random, int from) {
        HexFormat hex = HexFormat.of();
        int parent = from + TRACE_ID_BYTES;
        return "00-"
                + hex.formatHex(random, from, parent)
                + "-"
                + hex.formatHex(random, parent, from + RANDOM_BYTES)
                + "-01";
    }
}
