package praxis.sandbox.whole;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Bodies in which no event is to be found: not JSON, not UTF-8, or without an envelope. */
final class UnreadableBodies {
    private UnreadableBodies() {}

    static List<HostileBody> all() {
        List<HostileBody> all = new ArrayList<>();
        all.addAll(notJson());
        all.addAll(notUtf8());
        all.addAll(withoutEnvelope());
        return all;
    }

    private static List<HostileBody> notJson() {
        String event = HostileBody.event("");
        return List.of(
                HostileBody.of("empty", 400, ""),
                HostileBody.of("white space", 400, " \r\n\t "),
                HostileBody.of("cut off", 400, event.substring(0, event.length() - 2)),
                HostileBody.of("trailing word", 400, event + "x"),
                HostileBody.of("two documents", 400, event + event),
                HostileBody.of("trailing comma", 400, HostileBody.event("\"a\":[1,],")),
                HostileBody.of("single quotes", 400, event.replace('"', '\'')),
                HostileBody.of("comment", 400, "/* " + Canaries.LAST_NAME + " */" + event),
                HostileBody.of("NaN", 400, HostileBody.event("\"version\":NaN,")),
                HostileBody.of("Infinity", 400, HostileBody.event("\"version\":-Infinity,")),
                HostileBody.of("plus", 400, HostileBody.event("\"version\":+1,")),
                HostileBody.of("leading zero", 400, HostileBody.event("\"version\":01,")),
                HostileBody.of("no digit", 400, HostileBody.event("\"version\":1.,")),
                HostileBody.of("hexadecimal", 400, HostileBody.event("\"version\":0x1F,")),
                HostileBody.of("bare name", 400, HostileBody.event("version:1,")),
                HostileBody.of("control character", 400, HostileBody.event("\"a\":\"\u0001\",")),
                HostileBody.of("line feed in a text", 400, HostileBody.event("\"a\":\"\n\",")),
                HostileBody.of("odd escape", 400, HostileBody.event("\"a\":\"\\x41\",")),
                HostileBody.of("short escape", 400, HostileBody.event("\"a\":\"\\u12\",")),
                HostileBody.of("no escape", 400, HostileBody.event("\"a\":\"\\uzzzz\",")),
                HostileBody.of(
                        "duplicate key", 400, HostileBody.event("\"id\":\"1\",\"id\":\"2\",")),
                HostileBody.of(
                        "duplicate key, escaped",
                        400,
                        HostileBody.event("\"id\":\"1\",\"\\u0069d\":\"2\",")),
                HostileBody.of("two types", 400, "{\"event_type\":\"ping\"," + event.substring(1)),
                HostileBody.of(
                        "33 deep", 400, HostileBody.event("\"a\":" + HostileBody.nested(31) + ",")),
                HostileBody.of("100,000 deep", 400, "[".repeat(100_000)),
                HostileBody.of("100,000 objects deep", 400, "{\"a\":".repeat(40_000)),
                HostileBody.of("zeroes", 400, "\0".repeat(100)),
                HostileBody.of("zero behind", 400, event + "\0"),
                HostileBody.of("form", 400, "event_type=ping&name=" + Canaries.LAST_NAME),
                HostileBody.of("page", 400, "<html><body>" + Canaries.LAST_NAME + "</body></html>"),
                HostileBody.of(
                        "xml", 400, "<?xml version=\"1.0\"?><a>" + Canaries.LAST_NAME + "</a>"));
    }

    private static List<HostileBody> notUtf8() {
        String event = HostileBody.event("");
        List<HostileBody> all = new ArrayList<>();
        all.add(HostileBody.of("byte order mark", 400, "\ufeff" + event));
        for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM1047")) {
            all.add(HostileBody.of(name, 400, event.getBytes(Charset.forName(name))));
        }
        all.add(HostileBody.with("latin 1", 0xd6));
        all.add(HostileBody.with("overlong slash", 0xc0, 0xaf));
        all.add(HostileBody.with("overlong null", 0xc0, 0x80));
        all.add(HostileBody.with("overlong in three", 0xe0, 0x80, 0xaf));
        all.add(HostileBody.with("surrogate in three", 0xed, 0xa0, 0x80));
        all.add(
                HostileBody.with(
                        "pair of surrogates in three each", 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80));
        all.add(HostileBody.with("beyond the last", 0xf4, 0x90, 0x80, 0x80));
        all.add(HostileBody.with("five bytes", 0xf8, 0x88, 0x80, 0x80, 0x80));
        all.add(HostileBody.with("lonely follower", 0x80));
        all.add(HostileBody.with("cut off character", 0xf0, 0x9f, 0xa6));
        all.add(HostileBody.with("no byte of UTF-8", 0xff));
        return all;
    }

    private static List<HostileBody> withoutEnvelope() {
        List<HostileBody> all = new ArrayList<>();
        for (String document :
                List.of("[]", "\"" + Canaries.LAST_NAME + "\"", "1", "null", "true", "{}")) {
            all.add(HostileBody.of("document " + document, 422, document));
        }
        for (String type :
                List.of(
                        "null",
                        "7",
                        "true",
                        "[\"ping\"]",
                        "{}",
                        "\"\"",
                        "\" \"",
                        "\"" + "x".repeat(101) + "\"",
                        "\"\\u0000\"",
                        "\"\\ud800\"")) {
            all.add(
                    HostileBody.of(
                            "type " + type, 422, "{\"event_type\":" + type + ",\"payload\":{}}"));
        }
        for (String payload :
                List.of("null", "7", "[]", "\"{}\"", "\"" + Canaries.LAST_NAME + "\"")) {
            all.add(
                    HostileBody.of(
                            "payload " + payload,
                            422,
                            "{\"event_type\":\"patient.created\",\"payload\":" + payload + "}"));
        }
        all.add(HostileBody.of("no data", 422, "{\"type\":\"patient.created\",\"payload\":{}}"));
        all.add(
                HostileBody.of(
                        "no payload",
                        422,
                        "{\"event_type\":\"patient.created\"," + HostileBody.CANARY + "}"));
        for (String type :
                List.of("invoice.paid", "PING", "ping ", "patient.created\\u200b", "x")) {
            all.add(
                    HostileBody.of(
                            "type " + type,
                            200,
                            HostileBody.event("").replace("patient.created", type)));
        }
        return all;
    }
}
