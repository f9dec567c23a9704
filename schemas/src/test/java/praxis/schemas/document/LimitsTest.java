package praxis.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.schemas.event.EventReader;
import praxis.schemas.event.EventReader.Reading;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.InboundRecord;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The limits that the AsyncAPI document promises are those at which the reader says no. */
class LimitsTest {
    private static final String PATIENT =
            "{\"event_type\":\"patient.updated\",\"payload\":{\"id\":\"P-1\",%s}}";
    private static final String CANCELLATION =
            "{\"event_type\":\"appointment.cancelled\",\"payload\":{\"id\":\"A-1\",%s}}";

    @ParameterizedTest
    @CsvSource({
        "id_characters, booking_patient_id",
        "id_characters, event_id",
        "name_characters, first_name",
        "name_characters, nachname",
        "phone_characters, telefon"
    })
    void boundsTextsOfPatients(String limit, String field) {
        assertLimit(limit, length -> PATIENT.formatted(textField(field, "x".repeat(length))));
    }

    @Test
    void boundsEmail() {
        assertLimit(
                "email_characters",
                length -> PATIENT.formatted(textField("email", "a@" + "b".repeat(length - 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "id_characters, patient_id",
        "label_characters, therapist_name",
        "label_characters, service_name"
    })
    void boundsTextsOfAppointments(String limit, String field) {
        assertLimit(limit, length -> CANCELLATION.formatted(textField(field, "x".repeat(length))));
    }

    @Test
    void boundsReferrer() {
        assertLimit(
                "referrer_characters",
                length -> CANCELLATION.formatted(referrer(textField("a", "x".repeat(length)))));
        assertLimit(
                "referrer_fields",
                size ->
                        CANCELLATION.formatted(
                                referrer(
                                        IntStream.range(0, size)
                                                .mapToObj(each -> textField("k" + each, ""))
                                                .collect(Collectors.joining(",")))));
    }

    @Test
    void boundsEventType() {
        int longest = limit("event_type_characters");

        assertThat(read("{\"event_type\":\"" + "x".repeat(longest) + "\",\"payload\":{}}"))
                .isInstanceOf(Reading.UnknownType.class);
        assertThat(read("{\"event_type\":\"" + "x".repeat(longest + 1) + "\",\"payload\":{}}"))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void boundsNesting() {
        assertThat(limit("nesting_depth")).isEqualTo(StrictJson.MAXIMUM_DEPTH);
        assertThat(limit("body_bytes")).isLessThan(StrictJson.MAXIMUM_BYTES);
    }

    @Test
    void boundsHeaders() {
        assertThat(limit("header_text_bytes")).isEqualTo(InboundRecord.MAXIMUM_TEXT_BYTES);
        assertThat(limit("salt_bytes")).isEqualTo(InboundRecord.SALT_BYTES);
        assertThat(limit("sha256_bytes")).isEqualTo(InboundRecord.SHA256_BYTES);
    }

    private static void assertLimit(String limit, IntFunction<String> bodyOfSize) {
        int longest = limit(limit);

        assertThat(read(bodyOfSize.apply(longest))).isInstanceOf(Reading.Understood.class);
        assertThat(read(bodyOfSize.apply(longest + 1))).isInstanceOf(Reading.Malformed.class);
    }

    private static int limit(String name) {
        return AsyncApi.document().at("/info/x-limits").required(name).intValue();
    }

    private static Reading read(String text) {
        return EventReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String textField(String name, String text) {
        return "\"" + name + "\":\"" + text + "\"";
    }

    private static String referrer(String fields) {
        return "\"referrer\":{" + fields + "}";
    }
}
