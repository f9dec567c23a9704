package praxis.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;

import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something to put into any field: right in some, wrong in most.
 *
 * @param difference the one reason for which reader and schema may disagree about it
 */
record OddValue(JsonNode value, Optional<Difference> difference) {
    /** What a schema cannot say, or the reader forgives: all that they may disagree on. */
    enum Difference {
        /** The reader takes white space off before it looks. */
        WHITE_SPACE_AROUND(true),
        /** The reader takes a gender in any letter case. */
        LETTER_CASE(true),
        /** No pattern counts the days of a month. */
        DAY_THAT_ITS_MONTH_HAS_NOT(false),
        /** To a schema 30.0 is a whole number; an id of it would be written in many ways. */
        FRACTION_AS_ID(false),
        /** Blank to Java; a pattern knows only ASCII's blanks in some engines. */
        EXOTIC_BLANK(false),
        /** The end of a text, in a pattern, is also before its last line break in some engines. */
        LINE_BREAK_AT_THE_END(false);

        private final boolean readerAccepts;

        Difference(boolean readerAccepts) {
            this.readerAccepts = readerAccepts;
        }

        /** Which of the two is the milder. */
        boolean readerAccepts() {
            return readerAccepts;
        }
    }

    private static final String SMILE = "\uD83D\uDE42";

    static List<OddValue> all() {
        List<OddValue> values = new ArrayList<>();
        for (String json :
                List.of(
                        "null",
                        "true",
                        "0",
                        "-1",
                        "1",
                        "1.5",
                        "2147483647",
                        "2147483648",
                        "9223372036854775807",
                        "9223372036854775808",
                        "-9223372036854775809",
                        "[]",
                        "[1]",
                        "{}",
                        "{\"a\":\"b\"}",
                        "{\"a\":null}",
                        "{\"a\":1}",
                        "{\"a\":{}}",
                        "{\"\\u0000\":\"\"}",
                        "{\"a\":\"\\ud800\"}",
                        "\"\\u0000\"",
                        "\"\\ud800\"",
                        "\"a\\udc00\"",
                        "\"\"",
                        "\"x\"",
                        "\"7\"",
                        "\"ping\"",
                        "\"a@b\"",
                        "\"a@b.com,booking_email.eq.x\"",
                        "\"a b@c\"",
                        "\"a@b@c\"",
                        "\"2026-04-07T09:30:00+02:00\"",
                        "\"2026-04-07T09:30Z\"",
                        "\"2026-04-07T09:30:00.123456789-0330\"",
                        "\"2026-04-07T09:30:00\"",
                        "\"2026-04-07T09:30:00+02:00Z\"",
                        "\"2026-04-07T24:00:00Z\"",
                        "\"2026-04-07T09:30:00+18:00\"",
                        "\"2026-04-07T09:30:00-18:01\"",
                        "\"1899-12-31T23:59:59Z\"",
                        "\"2199-12-31T23:59:59Z\"",
                        "\"2200-01-01T00:00:00Z\"",
                        "\"1984-02-29\"",
                        "\"1983-02-29\"",
                        "\"0000-01-01\"",
                        "\"0001-01-01\"",
                        "\"1984-2-29\"",
                        "\"weiblich\"",
                        "\"other\"",
                        "\"x-ray\"",
                        "\"scheduled\"",
                        "\"moved\"",
                        "\"patient.created\"",
                        "\"appointment.cancelled\"")) {
            values.add(plain(json));
        }
        for (int length : List.of(30, 31, 100, 101, 200, 201, 254, 255, 1_000, 1_001)) {
            values.add(plain("\"" + "x".repeat(length) + "\""));
            values.add(plain("\"" + SMILE.repeat(length) + "\""));
            values.add(plain("\"a@" + "b".repeat(length - 2) + "\""));
            values.add(plain("{\"a\":\"" + SMILE.repeat(length) + "\"}"));
        }
        values.add(odd("\" a@b \"", Difference.WHITE_SPACE_AROUND));
        values.add(odd("\" 1984-02-29\"", Difference.WHITE_SPACE_AROUND));
        values.add(odd("\"scheduled\\n\"", Difference.WHITE_SPACE_AROUND));
        values.add(odd("\"divers \"", Difference.WHITE_SPACE_AROUND));
        values.add(odd("\"" + "x".repeat(100) + "  \"", Difference.WHITE_SPACE_AROUND));
        values.add(odd("\"WEIBLICH\"", Difference.LETTER_CASE));
        values.add(odd("\"2026-02-30T09:30:00Z\"", Difference.DAY_THAT_ITS_MONTH_HAS_NOT));
        values.add(odd("\"2026-04-07T09:30:00Z\\n\"", Difference.LINE_BREAK_AT_THE_END));
        values.add(odd("30.0", Difference.FRACTION_AS_ID));
        values.add(odd("3e1", Difference.FRACTION_AS_ID));
        values.add(plain("9".repeat(201)));
        values.add(odd("\" \"", Difference.WHITE_SPACE_AROUND));
        values.add(odd("\"\\u2003\"", Difference.EXOTIC_BLANK));
        return values;
    }

    private static OddValue plain(String json) {
        return new OddValue(parse(json), Optional.empty());
    }

    private static OddValue odd(String json, Difference difference) {
        return new OddValue(parse(json), Optional.of(difference));
    }

    private static JsonNode parse(String json) {
        return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
