package praxis.sandbox.whole;

import praxis.sandbox.tool.Delivery;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

import java.io.ByteArrayOutputStream;
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
    static final String CANARY =
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
        all.addAll(UnreadableBodies.all());
        all.addAll(oddNumbers());
        all.addAll(oddTexts());
        all.addAll(large());
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

    static String event(String more) {
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

    static String nested(int depth) {
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

    static HostileBody of(String name, int status, String text) {
        return of(name, status, text.getBytes(StandardCharsets.UTF_8));
    }

    static HostileBody of(String name, int status, byte[] bytes) {
        return new HostileBody(name, status, Bytes.of(bytes));
    }

    /** With these bytes in one of its texts. */
    static HostileBody with(String name, int... bytes) {
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
