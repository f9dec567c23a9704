package praxis.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"{}", " {\"a\":1}\r\n", "[]", "null", "true", "\"text\"", "-0", "1.5e-3"})
    void acceptsOneValueOfAnyKind(String text) {
        assertThat(parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{} {}",
                "{}x",
                "{}\0",
                "{},",
                "1 2",
                "{\"a\":1,}",
                "[1,]",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1/*b*/}",
                "{\"a\":1}//b",
                "{\"a\":\"b\nc\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\"",
                "{\"a\":",
                "[",
                "nul"
            })
    void refusesWhatIsNotExactlyOneValue(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"b\":{\"a\":1,\"a\":null}}",
                "[{\"a\":1,\"c\":2,\"b\":3,\"a\":4}]"
            })
    void refusesDuplicateKeys(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Test
    void tellsEqualKeysOfDifferentObjectsApart() {
        assertThat(parse("{\"a\":{\"a\":[{\"a\":1},{\"a\":1}]}}")).isPresent();
    }

    @Test
    void refusesByteOrderMark() {
        assertThat(parse("\uFEFF{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void refusesOtherEncodings(String charset) {
        assertThat(StrictJson.parse("{\"a\":1}".getBytes(Charset.forName(charset)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "E080AF", "EDA080", "F4908080", "FF", "C3", "80"})
    void refusesMalformedUtf8(String bytes) {
        byte[] quoted = HexFormat.of().parseHex("22" + bytes + "22");

        assertThat(StrictJson.parse(quoted)).isEmpty();
    }

    @Test
    void acceptsEscapesOfWhatUtf8CannotHold() {
        assertThat(parse("[\"\\u0000\",\"\\ud800\",\"\\udc00x\"]")).isPresent();
    }

    @Test
    void acceptsDepthUpToLimit() {
        assertThat(parse("[".repeat(32) + "]".repeat(32))).isPresent();
        assertThat(parse("{\"a\":".repeat(31) + "{}" + "}".repeat(31))).isPresent();
    }

    @Test
    void refusesDepthBeyondLimit() {
        assertThat(parse("[".repeat(33) + "]".repeat(33))).isEmpty();
        assertThat(parse("{\"a\":".repeat(32) + "{}" + "}".repeat(32))).isEmpty();
        assertThat(parse("[".repeat(StrictJson.MAXIMUM_BYTES))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1E+999999999",
                "1e-999999999",
                "0e999999999",
                "1e99999999999999999999",
                "0.1e-99999999999999999999"
            })
    @Timeout(10)
    void acceptsAnyExponent(String number) {
        Optional<JsonNode> document = parse("{\"a\":" + number + "}");

        assertThat(document.map(tree -> tree.path("a").canConvertToLong())).isPresent();
        assertThat(document.map(StrictJson::write)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1_001, 10_000, 1_000_000})
    @Timeout(10)
    void keepsLongNumberAsItWasSent(int digits) {
        String whole = "{\"a\":" + "9".repeat(digits) + "}";
        String fraction = "{\"a\":0." + "9".repeat(digits) + "}";

        assertThat(parse(whole).map(StrictJson::write)).contains(whole);
        assertThat(parse(fraction).map(StrictJson::write)).contains(fraction);
        assertThat(parse(whole).orElseThrow().path("a").isIntegralNumber()).isFalse();
    }

    @Test
    void readsWholeNumbersExactly() {
        String numbers =
                "[0,-0,999999999,-999999999,1000000000,2147483648,9223372036854775807,"
                        + "9223372036854775808,"
                        + "9".repeat(200)
                        + "]";

        JsonNode read = parse(numbers).orElseThrow();

        assertThat(StrictJson.write(read)).isEqualTo(numbers.replace("-0", "0"));
        assertThat(read).allSatisfy(each -> assertThat(each.isIntegralNumber()).isTrue());
        assertThat(read.get(6).longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(read.get(7).canConvertToLong()).isFalse();
    }

    @Test
    void acceptsLongNamesAndLongTexts() {
        String name = "n".repeat(100_000);

        assertThat(parse("{\"" + name + "\":\"" + name + "\"}")).isPresent();
    }

    /** Pairs of one hash with the base 31, which is Java's, and 33, which is Jackson's. */
    @ParameterizedTest
    @CsvSource({"Aa, BB", "Ab, BA"})
    @Timeout(10)
    void acceptsNamesMadeToCollide(String zero, String one) {
        String document =
                IntStream.range(0, 1 << 12)
                        .mapToObj(number -> collidingName(number, zero, one))
                        .collect(Collectors.joining("\":1,\"", "{\"", "\":1}"));

        assertThat(parse(document).map(JsonNode::size)).contains(1 << 12);
    }

    private static String collidingName(int number, String zero, String one) {
        return IntStream.range(0, 12)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? zero : one)
                .collect(Collectors.joining());
    }

    @Test
    void refusesMoreThanAnyRecordHolds() {
        byte[] document = new byte[StrictJson.MAXIMUM_BYTES + 1];
        Arrays.fill(document, (byte) ' ');
        document[0] = '1';

        assertThat(StrictJson.parse(document)).isEmpty();
        assertThat(StrictJson.parse(Arrays.copyOf(document, StrictJson.MAXIMUM_BYTES))).isPresent();
    }

    @Test
    void writesFieldsInTheirOrder() {
        String text = "{\"b\":[1,null,true],\"a\":{\"ä\":\"\\u0001\"}}";

        assertThat(parse(text).map(StrictJson::write)).contains(text);
    }

    private static Optional<JsonNode> parse(String text) {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
