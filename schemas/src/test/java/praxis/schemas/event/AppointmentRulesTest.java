package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.schemas.event.Bodies.failingFields;
import static praxis.schemas.event.Bodies.understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.AppointmentUpdated;
import praxis.schemas.event.BookingEvent.SentTime;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class AppointmentRulesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00+01:00, 2026-03-02T08:30:00Z",
        "2026-03-02T09:30:00Z, 2026-03-02T09:30:00Z",
        "2026-03-02t09:30:00z, 2026-03-02T09:30:00Z",
        "2026-03-02T09:30+01, 2026-03-02T08:30:00Z",
        "2026-03-02T09:30:00.5-0330, 2026-03-02T13:00:00.5Z",
        "2026-03-02T09:30:00.123456789Z, 2026-03-02T09:30:00.123456Z",
        "2026-03-02T09:30:00-00:00, 2026-03-02T09:30:00Z"
    })
    void readsTimeAndKeepsItsText(String sent, Instant instant) {
        assertThat(appointment("'scheduled_at':'" + sent + "','duration_minutes':30").scheduledAt())
                .isEqualTo(Field.of(new SentTime(instant, sent)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'2026-03-02T09:30:00'",
                "'2026-03-02 09:30:00+01:00'",
                "'2026-03-02T09:30:00+01:00+01:00'",
                "'2026-03-02T09:30:00+01:00+0100+01'",
                "'2026-03-02T09:30:00ZZ'",
                "'2026-02-29T09:30:00Z'",
                "'2026-03-02T24:00:00Z'",
                "'2026-03-02T23:59:60Z'",
                "'2026-03-02T09:30:00.Z'",
                "'2026-03-02T09:30:00+19:00'",
                "'2026-03-02T09:30:00[Europe/Berlin]'",
                "'1899-12-31T23:59:59Z'",
                "'2200-01-01T00:00:00Z'",
                "'+12026-03-02T09:30:00Z'",
                "' 2026-03-02T09:30:00Z'",
                "'2026-03-02T09:30:00Z\\n'",
                "1772440200"
            })
    void refusesWhatIsNoTimeWithOffset(String time) {
        assertThat(appointmentProblems("'duration_minutes':30,'scheduled_at':" + time))
                .containsExactly("scheduled_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "30.0", "3e1", "300e-1"})
    void readsWholeNumberHoweverItIsWritten(String number) {
        assertThat(
                        appointment(
                                        "'scheduled_at':'2026-03-02T09:30:00Z','duration_minutes':"
                                                + number)
                                .durationMinutes())
                .isEqualTo(Field.of(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-30",
                "30.5",
                "2147483648",
                "1e999999999",
                "1e-999999999",
                "1e99999999999999999999",
                "'30'",
                "true",
                "[30]"
            })
    @Timeout(10)
    void refusesWhatIsNoDuration(String number) {
        assertThat(
                        appointmentProblems(
                                "'scheduled_at':'2026-03-02T09:30:00Z','duration_minutes':"
                                        + number))
                .containsExactly("duration_minutes");
    }

    @Test
    void readsStatus() {
        for (AppointmentStatus status : AppointmentStatus.values()) {
            String fields =
                    "'scheduled_at':'2026-03-02T09:30:00Z','duration_minutes':30,'status':'"
                            + status.wireName()
                            + "'";

            assertThat(appointment(fields).status()).isEqualTo(Field.of(status));
        }
        assertThat(
                        appointmentProblems(
                                "'scheduled_at':'2026-03-02T09:30:00Z','duration_minutes':30,"
                                        + "'status':'moved'"))
                .containsExactly("status");
    }

    @Test
    void keepsReferrerAsSent() {
        assertThat(
                        appointment(
                                        "'scheduled_at':'2026-03-02T09:30:00Z',"
                                                + "'duration_minutes':30,"
                                                + "'referrer':{'utm':' x ','b':null,'a':''}")
                                .referrerJson())
                .isEqualTo(Field.of("{\"utm\":\" x \",\"b\":null,\"a\":\"\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'web'", "[]", "{'a':1}", "{'a':{}}", "{'a':true}"})
    void refusesReferrerThatIsNoObjectOfTexts(String referrer) {
        assertThat(referrerProblems(referrer)).containsExactly("referrer");
    }

    @Test
    void boundsReferrer() {
        assertThat(referrerProblems("{" + keys(50) + "}")).isEmpty();
        assertThat(referrerProblems("{" + keys(51) + "}")).containsExactly("referrer");
        assertThat(referrerProblems("{'a':'" + "x".repeat(1_000) + "'}")).isEmpty();
        assertThat(referrerProblems("{'a':'" + "x".repeat(1_001) + "'}"))
                .containsExactly("referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000", "\\ud800", "\\udc00\\ud800"})
    void refusesReferrerThatNoDatabaseHolds(String text) {
        assertThat(referrerProblems("{'" + text + "':'x'}")).containsExactly("referrer");
        assertThat(referrerProblems("{'x':'" + text + "'}")).containsExactly("referrer");
    }

    private static String keys(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> "'k" + each + "':''")
                .collect(Collectors.joining(","));
    }

    private static List<String> referrerProblems(String referrer) {
        return appointmentProblems(
                "'scheduled_at':'2026-03-02T09:30:00Z','duration_minutes':30,'referrer':"
                        + referrer);
    }

    private static AppointmentFields appointment(String fields) {
        BookingEvent event =
                understood("appointment.updated", "{'id':'A-1','patient_id':'P-1'," + fields + "}");
        return ((AppointmentUpdated) event).fields();
    }

    private static List<String> appointmentProblems(String fields) {
        return failingFields(
                "appointment.updated", "{'id':'A-1','patient_id':'P-1'," + fields + "}");
    }
}
