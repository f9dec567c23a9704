package praxis.sandbox.whole;

import praxis.sandbox.tool.Delivery;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A body that no honest sender makes, and what it is answered with.
 *
 * @param status 200 where it is an event all the same, whatever the processor thinks of it
 */
record HostileBody(String name, int status, Bytes bytes) {
    static final int LARGEST = 262_144;

    /** A patient with all that may be in no log. */
    private static final String CANARY =
            "\"first_name\":\"%s\",\"last_name\":\"%s\",\"phone\":\"%s\",\"date_of_birth\":\"%s\""
                    .formatted(
                            Canaries.FIRST_NAME,
                            Canaries.LAST_NAME,
                            Canaries.PHONE,
                            Canaries.BIRTH_DATE);

    Delivery signed(SignatureScheme scheme) {
        return Delivery.of("hostile-" + Integer.toHexString(name.hashCode()), scheme, bytes);
    }

    static List<HostileBody> all() {
        List<HostileBody> all = new ArrayList<>();
        all.addAll(notJson());
        all.addAll(notUtf8());
        all.addAll(withoutEnvelope());
        all.addAll(oddNumbers());
        all.addAll(oddTexts());
        all.addAll(large());
        return all;
    }

    private static List<HostileBody> notJson() {
        String event = event("");
        return List.of(
                of("empty", 400, ""),
                of("white space", 400, " \r\n\t "),
                of("cut off", 400, event.substring(0, event.length() - 2)),
                of("trailing word", 400, event + "x"),
                of("two documents", 400, event + event),
                of("trailing comma", 400, event("\"a\":[1,],")),
                of("single quotes", 400, event.replace('"', '\'')),
                of("comment", 400, "/* " + Canaries.LAST_NAME + " */" + event),
                of("NaN", 400, event("\"version\":NaN,")),
                of("Infinity", 400, event("\"version\":-Infinity,")),
                of("plus", 400, event("\"version\":+1,")),
                of("leading zero", 400, event("\"version\":01,")),
                of("no digit", 400, event("\"version\":1.,")),
                of("hexadecimal", 400, event("\"version\":0x1F,")),
                of("bare name", 400, event("version:1,")),
                of("control character", 400, event("\"a\":\"\u0001\",")),
                of("line feed in a text", 400, event("\"a\":\"\n\",")),
                of("odd escape", 400, event("\"a\":\"\\x41\",")),
                of("short escape", 400, event("\"a\":\"\\u12\",")),
                of("no escape", 400, event("\"a\":\"\\uzzzz\",")),
                of("duplicate key", 400, event("\"id\":\"1\",\"id\":\"2\",")),
                of("duplicate key, escaped", 400, event("\"id\":\"1\",\"\\u0069d\":\"2\",")),
                of("two types", 400, "{\"event_type\":\"ping\"," + event.substring(1)),
                of("33 deep", 400, event("\"a\":" + nested(31) + ",")),
                of("100,000 deep", 400, "[".repeat(100_000)),
                of("100,000 objects deep", 400, "{\"a\":".repeat(40_000)),
                of("zeroes", 400, "\0".repeat(100)),
                of("zero behind", 400, event + "\0"),
                of("form", 400, "event_type=ping&name=" + Canaries.LAST_NAME),
                of("page", 400, "<html><body>" + Canaries.LAST_NAME + "</body></html>"),
                of("xml", 400, "<?xml version=\"1.0\"?><a>" + Canaries.LAST_NAME + "</a>"));
    }

    private static List<HostileBody> notUtf8() {
        String event = event("");
        List<HostileBody> all = new ArrayList<>();
        all.add(of("byte order mark", 400, "\ufeff" + event));
        for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM1047")) {
            all.add(of(name, 400, event.getBytes(Charset.forName(name))));
        }
        all.add(with("latin 1", 0xd6));
        all.add(with("overlong slash", 0xc0, 0xaf));
        all.add(with("overlong null", 0xc0, 0x80));
        all.add(with("overlong in three", 0xe0, 0x80, 0xaf));
        all.add(with("surrogate in three", 0xed, 0xa0, 0x80));
        all.add(with("pair of surrogates in three each", 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80));
        all.add(with("beyond the last", 0xf4, 0x90, 0x80, 0x80));
        all.add(with("five bytes", 0xf8, 0x88, 0x80, 0x80, 0x80));
        all.add(with("lonely follower", 0x80));
        all.add(with("cut off character", 0xf0, 0x9f, 0xa6));
        all.add(with("no byte of UTF-8", 0xff));
        return all;
    }

    private static List<HostileBody> withoutEnvelope() {
        List<HostileBody> all = new ArrayList<>();
        for (String document :
                List.of("[]", "\"" + Canaries.LAST_NAME + "\"", "1", "null", "true", "{}")) {
            all.add(of("document " + document, 422, document));
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
            all.add(of("type " + type, 422, "{\"event_type\":" + type + ",\"payload\":{}}"));
        }
        for (String payload :
                List.of("null", "7", "[]", "\"{}\"", "\"" + Canaries.LAST_NAME + "\"")) {
            all.add(
                    of(
                            "payload " + payload,
                            422,
                            "{\"event_type\":\"patient.created\",\"payload\":" + payload + "}"));
        }
        all.add(of("no data", 422, "{\"type\":\"patient.created\",\"payload\":{}}"));
        all.add(of("no payload", 422, "{\"event_type\":\"patient.created\"," + CANARY + "}"));
        for (String type :
                List.of("invoice.paid", "PING", "ping ", "patient.created\\u200b", "x")) {
            all.add(of("type " + type, 200, event("").replace("patient.created", type)));
        }
        return all;
    }

    private static List<HostileBody> oddNumbers() {
        List<HostileBody> all = new ArrayList<>();
        List<String> numbers =
                List.of(
                        "-0",
                        "0.0",
                        "-1",
                        "2147483648",
                        "9223372036854775808",
                        "1e2",
                        "1.5",
                        "1e400",
                        "1e-400",
                        "1e2147483647",
                        "1e-2147483648",
                        "1e99999999999",
                        "9".repeat(200),
                        "9".repeat(201),
                        "-" + "1".repeat(199),
                        "7".repeat(200_000),
                        "0." + "7".repeat(200_000),
                        "1" + "0".repeat(130_000));
        for (String number : numbers) {
            for (String field :
                    List.of(
                            "version",
                            "sequence",
                            "updated_at",
                            "duration_minutes",
                            "unknown",
                            "booking_appointment_id",
                            "event_id",
                            "scheduled_at")) {
                String name = field + " " + number.substring(0, Math.min(20, number.length()));
                all.add(
                        of(
                                name + " " + number.length(),
                                200,
                                appointment(field, number, number.hashCode())));
            }
        }
        return all;
    }

    private static List<HostileBody> oddTexts() {
        List<HostileBody> all = new ArrayList<>();
        for (String text :
                List.of(
                        "\\u0000",
                        "a\\u0000b",
                        "\\ud800",
                        "\\udc00\\ud800",
                        "\\ud83e",
                        "\\uffff",
                        "\\ufdd0",
                        "\\udbff\\udfff",
                        "\\u0007",
                        "\\u202e")) {
            for (String field :
                    List.of("id", "nachname", "email", "telefon", "gender", "unknown", text)) {
                all.add(
                        of(
                                field + " " + text,
                                200,
                                event("\"" + field + "\":\"" + text + "\",", "odd-" + text)));
            }
        }
        all.add(of("all escaped", 200, escaped(event("", "escaped"))));
        all.add(of("prototype", 200, event("\"__proto__\":{\"admin\":true},\"constructor\":1,")));
        all.add(
                of(
                        "both envelopes",
                        200,
                        event("").replaceFirst("\\{", "{\"type\":\"ping\",\"data\":{},")));
        all.add(of("both dialects", 200, event("\"vorname\":\"A\",\"geschlecht\":\"divers\",")));
        all.add(
                of(
                        "wrong kinds",
                        200,
                        event("\"email\":{},\"gender\":0,\"telefon\":[],", "kinds")));
        all.add(of("32 deep", 200, event("\"a\":" + nested(30) + ",")));
        all.add(of("ping with anything", 200, "{\"event_type\":\"ping\",\"payload\":[[[]]]}"));
        return all;
    }

    private static List<HostileBody> large() {
        String sameHash =
                IntStream.range(0, 4_096)
                        .mapToObj(
                                number ->
                                        IntStream.range(0, 12)
                                                .mapToObj(
                                                        bit ->
                                                                (number >> bit) % 2 == 0
                                                                        ? "Aa"
                                                                        : "BB")
                                                .collect(Collectors.joining("", "\"", "\":0,")))
                        .collect(Collectors.joining());
        String manyNames =
                IntStream.range(0, 20_000)
                        .mapToObj(number -> "\"k" + number + "\":0,")
                        .collect(Collectors.joining());
        return List.of(
                of("names of one hash", 200, event(sameHash)),
                of("many names", 200, event(manyNames)),
                of("referrer of many", 200, event("\"referrer\":{" + manyNames + "\"z\":0},")),
                of("long name", 200, event("\"" + "n".repeat(100_000) + "\":0,")),
                of("long list", 200, event("\"a\":[" + "0,".repeat(80_000) + "0],")),
                of("many objects", 200, event("\"a\":[" + "{},".repeat(80_000) + "{}],")),
                of("much white space", 200, event("") + " \n".repeat(100_000)),
                of("long text", 200, event("\"a\":\"" + "ü".repeat(100_000) + "\",")),
                of("the largest", 200, padded(LARGEST)),
                of("one byte more", 413, padded(LARGEST + 1)),
                of("four times as much", 413, padded(4 * LARGEST)));
    }

    private static String event(String more) {
        return event(more, "hostile");
    }

    /** The email would make every one of them the same person. */
    private static String event(String more, String id) {
        return "{\"event_type\":\"patient.created\",\"payload\":{%s\"booking_patient_id\":\"%s\",%s%s}}"
                .formatted(
                        more,
                        more.contains("\"id\":") ? "x" : id,
                        more.contains("email") ? "" : "\"email\":\"" + Canaries.email("h") + "\",",
                        CANARY);
    }

    private static String appointment(String field, String value, int number) {
        List<String> fields =
                List.of(
                        "\"booking_appointment_id\":\"hostile-" + number + "\"",
                        "\"booking_patient_id\":\"hostile\"",
                        "\"scheduled_at\":\"2034-01-02T10:00:00+01:00\"",
                        "\"duration_minutes\":30",
                        "\"therapist_name\":\"" + Canaries.THERAPIST + "\"");
        return fields.stream()
                .filter(each -> !each.startsWith("\"" + field + "\""))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"event_type\":\"appointment.created\",\"payload\":{\""
                                        + field
                                        + "\":"
                                        + value
                                        + ",",
                                "}}"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String escaped(String json) {
        return json.replace("patient.created", "\\u0070atient.created")
                .replace("payload", "\\u0070ayload")
                .replace("Kanarina", "\\u004banarina");
    }

    private static String padded(int length) {
        String head = "{\"event_type\":\"ping\",\"payload\":{\"a\":\"";
        return head + "x".repeat(length - head.length() - 3) + "\"}}";
    }

    private static HostileBody of(String name, int status, String text) {
        return of(name, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static HostileBody of(String name, int status, byte[] bytes) {
        return new HostileBody(name, status, Bytes.of(bytes));
    }

    /** With these bytes in one of its texts. */
    private static HostileBody with(String name, int... bytes) {
        byte[] event = event("\"a\":\"#\",").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream spoiled = new ByteArrayOutputStream();
        for (byte each : event) {
            if (each == '#') {
                for (int odd : bytes) {
                    spoiled.write(odd);
                }
            } else {
                spoiled.write(each);
            }
        }
        return of(name, 400, spoiled.toByteArray());
    }

    @Override
    public String toString() {
        return name;
    }
}
