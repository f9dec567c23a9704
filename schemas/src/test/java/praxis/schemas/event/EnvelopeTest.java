package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.schemas.event.Bodies.body;
import static praxis.schemas.event.Bodies.failingFields;
import static praxis.schemas.event.Bodies.understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.BookingEvent.Ping;
import praxis.schemas.event.EventReader.Reading;

class EnvelopeTest {
    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "true", "'ping'"})
    void refusesDocumentThatIsNoObject(String text) {
        assertThat(failingFields(text)).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "\uFEFF{}"})
    void tellsWhatIsNotJson(String text) {
        assertThat(EventReader.read(body(text))).isEqualTo(new Reading.NotJson());
    }

    @Test
    void namesWhatOurEnvelopeLacks() {
        assertThat(failingFields("{}")).containsExactly("event_type", "payload");
        assertThat(failingFields("{'event_type':null,'payload':{}}")).containsExactly("event_type");
        assertThat(failingFields("{'event_type':'patient.created','payload':[]}"))
                .containsExactly("payload");
    }

    @Test
    void namesWhatStandardEnvelopeLacks() {
        assertThat(failingFields("{'type':'patient.created'}")).containsExactly("data");
        assertThat(failingFields("{'type':7,'data':{}}")).containsExactly("type");
    }

    @Test
    void takesOurEnvelopeWhereBothAreThere() {
        BookingEvent event =
                understood(
                        "{'event_type':'patient.deleted','payload':{'id':'P-1'},"
                                + "'type':'ping','data':{},'timestamp':'noon'}");

        assertThat(event).isEqualTo(understood("patient.deleted", "{'booking_patient_id':'P-1'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\\u0000b", "a\\ud800"})
    void refusesTypeThatNobodyCouldShow(String type) {
        assertThat(failingFields(type, "{}")).containsExactly("event_type");
    }

    @Test
    void boundsLengthOfType() {
        assertThat(EventReader.read(body("x".repeat(100), "{}")))
                .isEqualTo(new Reading.UnknownType("x".repeat(100)));
        assertThat(failingFields("x".repeat(101), "{}")).containsExactly("event_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient.merged", "Patient.created", "patient.created ", "PING"})
    void keepsUnknownType(String type) {
        assertThat(EventReader.read(body(type, "{}"))).isEqualTo(new Reading.UnknownType(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event_type':'ping'}",
                "{'event_type':'ping','payload':null}",
                "{'event_type':'ping','payload':'hello'}",
                "{'event_type':'ping','payload':{'version':'one'},'occurred_at':'noon'}",
                "{'event_type':'ping','payload':{},'event_id':{}}",
                "{'type':'ping','timestamp':1767225600}"
            })
    void understandsEveryPing(String text) {
        assertThat(understood(text)).isInstanceOf(Ping.class);
    }
}
