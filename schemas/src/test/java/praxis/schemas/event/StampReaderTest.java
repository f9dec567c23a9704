package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.schemas.event.Bodies.failingFields;
import static praxis.schemas.event.Bodies.understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.Stamp.Kind;
import praxis.schemas.event.Stamp.Version;

import java.time.Instant;

class StampReaderTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-03-02T13:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event_type':'T','event_id':'E-1','payload':{'id':'P-1'}}",
                "{'event_type':'T','payload':{'id':'P-1','event_id':'E-1'}}",
                "{'event_type':'T','event_id':'E-1','payload':{'id':'P-1','event_id':'E-2'}}",
                "{'event_type':'T','event_id':null,'payload':{'id':'P-1','event_id':'E-1'}}",
                "{'type':'T','event_id':'E-1','data':{'id':'P-1'}}"
            })
    void findsEventIdInEnvelopeThenInPayload(String text) {
        assertThat(deleted(text).eventId()).contains("E-1");
    }

    @Test
    void readsNumberAsEventId() {
        assertThat(deleted("{'event_type':'T','event_id':17,'payload':{'id':'P-1'}}").eventId())
                .contains("17");
    }

    @Test
    void knowsNoIdWhereNoneWasSent() {
        assertThat(deleted("{'type':'T','id':'E-1','data':{'id':'P-1'}}").eventId()).isEmpty();
        assertThat(deleted("{'type':'T','id':'E-1','data':{'id':'P-1'}}").stamp())
                .isEqualTo(Stamp.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event_type':'T','occurred_at':'2026-03-02T12:00:00Z','payload':{'id':'P-1'}}",
                "{'event_type':'T','payload':{'id':'P-1','occurred_at':'2026-03-02T12:00:00Z'}}",
                "{'event_type':'T','occurred_at':null,"
                        + "'payload':{'id':'P-1','occurred_at':'2026-03-02T12:00:00Z'}}",
                "{'event_type':'T','occurred_at':'2026-03-02T12:00:00Z',"
                        + "'payload':{'id':'P-1','occurred_at':'2026-03-02T13:00:00Z'}}",
                "{'type':'T','timestamp':'2026-03-02T12:00:00Z','data':{'id':'P-1'}}",
                "{'type':'T','timestamp':'2026-03-02T13:00:00Z',"
                        + "'occurred_at':'2026-03-02T12:00:00Z','data':{'id':'P-1'}}",
                "{'type':'T','timestamp':'2026-03-02T13:00:00Z',"
                        + "'data':{'id':'P-1','occurred_at':'2026-03-02T13:00:00+01:00'}}"
            })
    void findsTimeOfOccurrence(String text) {
        assertThat(deleted(text).stamp().occurredAt()).contains(NOON);
    }

    @Test
    void timestampMeansNothingInOurEnvelope() {
        assertThat(
                        deleted(
                                        "{'event_type':'T','timestamp':1772452800,"
                                                + "'payload':{'id':'P-1','timestamp':'noon'}}")
                                .stamp())
                .isEqualTo(Stamp.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "'''version'':7', VERSION, 7",
        "'''version'':7.0', VERSION, 7",
        "'''version'':-7', VERSION, -7",
        "'''version'':7,''sequence'':8,''updated_at'':''noon''', VERSION, 7",
        "'''version'':null,''sequence'':8', SEQUENCE, 8",
        "'''sequence'':9223372036854775807', SEQUENCE, 9223372036854775807",
        "'''updated_at'':''1970-01-01T01:00:01.0000029+01:00''', UPDATED_AT, 1000002"
    })
    void readsBestVersionOfPayload(String fields, Kind kind, long number) {
        BookingEvent event = deleted("{'event_type':'T','payload':{'id':'P-1'," + fields + "}}");

        assertThat(event.stamp().version()).contains(new Version(kind, number));
    }

    @Test
    void versionMeansNothingInTheEnvelope() {
        assertThat(deleted("{'event_type':'T','version':'2.0','payload':{'id':'P-1'}}").stamp())
                .isEqualTo(Stamp.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "'''version'':''7''', version",
        "'''version'':7.5', version",
        "'''version'':9223372036854775808', version",
        "'''version'':1e999999999', version",
        "'''sequence'':true', sequence",
        "'''updated_at'':1772452800', updated_at",
        "'''updated_at'':''2026-03-02T12:00:00''', updated_at",
        "'''occurred_at'':1772452800', occurred_at",
        "'''event_id'':'' ''', event_id",
        "'''event_id'':1.0', event_id"
    })
    void refusesStampThatProvesNothing(String fields, String failing) {
        assertThat(failingFields("patient.deleted", "{'id':'P-1'," + fields + "}"))
                .containsExactly(failing);
    }

    @Test
    void refusesTimestampOfStandardEnvelopeThatIsNoTime() {
        assertThat(
                        failingFields(
                                "{'type':'patient.deleted','timestamp':1772452800,"
                                        + "'data':{'id':'P-1'}}"))
                .containsExactly("timestamp");
    }

    @Test
    void comparesInMicrosecondsAsTheDatabaseKeepsThem() {
        BookingEvent event =
                deleted(
                        "{'type':'T','timestamp':'2026-03-02T13:00:00.000000999Z',"
                                + "'data':{'id':'P-1'}}");

        assertThat(event.stamp().occurredAt()).contains(ONE);
    }

    private static BookingEvent deleted(String text) {
        return understood(text.replace("'T'", "'patient.deleted'"));
    }
}
