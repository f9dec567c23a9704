package praxis.read.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import net.fortuna.ical4j.model.component.VEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What a calendar program makes of what is written. */
class CalendarWriterTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID ID = new UUID(4, 2);
    private static final Instant SUMMER = Instant.parse("2027-07-01T08:00:00Z");
    private static final Instant WINTER = Instant.parse("2027-01-11T08:00:00Z");

    @Test
    void isSoundToAnotherLibrary() {
        ReadBack read = read(BERLIN, entry(SUMMER, "scheduled", "Massage"));

        assertThat(read.validate().hasErrors()).as(read.validate().toString()).isFalse();
        assertThat(read.events()).hasSize(1);
    }

    @Test
    void saysWhenInThePracticesOwnTimeSummerAndWinter() {
        ReadBack read =
                read(
                        BERLIN,
                        entry(SUMMER, "scheduled", "Massage"),
                        entry(WINTER, "scheduled", "Massage"));

        assertThat(ReadBack.text(read.events().get(0), "DTSTART")).isEqualTo("20270701T100000");
        assertThat(ReadBack.text(read.events().get(1), "DTSTART")).isEqualTo("20270111T090000");
        assertThat(ReadBack.text(read.events().get(1), "DTEND")).isEqualTo("20270111T093000");
        assertThat(read.events()).extracting(ReadBack::start).containsExactly(SUMMER, WINTER);
        assertThat(ReadBack.text(read.events().get(0), "DTSTART")).doesNotContain("Z");
    }

    @Test
    void describesTheZoneAsItsRulesAre() {
        assertThat(text(BERLIN, entry(SUMMER, "scheduled", "Massage")))
                .contains(
                        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n",
                        "DTSTART;TZID=Europe/Berlin:20270701T100000",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20000326T020000\r\n",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                        "BEGIN:STANDARD\r\nDTSTART:20001029T030000\r\n",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                        "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100");
    }

    @Test
    void knowsZonesOfOtherRulesAndOfNone() {
        for (String zone : List.of("America/New_York", "Asia/Kolkata", "UTC")) {
            ReadBack read = read(ZoneId.of(zone), entry(SUMMER, "scheduled", "Massage"));
            assertThat(read.validate().hasErrors()).as(zone).isFalse();
            assertThat(read.zone().getTimeZoneId().getValue()).isEqualTo(zone);
        }
        assertThat(text(ZoneId.of("America/New_York"), entry(SUMMER, "scheduled", "Massage")))
                .contains("BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14;BYMONTH=3");
    }

    @Test
    void tellsCancelledFromConfirmed() {
        ReadBack read =
                read(
                        BERLIN,
                        entry(SUMMER, "cancelled", "Massage"),
                        entry(SUMMER, "scheduled", "Massage"),
                        entry(SUMMER, "completed", "Massage"));

        assertThat(read.events())
                .extracting(event -> ReadBack.text(event, "STATUS"))
                .containsExactly("CANCELLED", "CONFIRMED", "CONFIRMED");
    }

    @Test
    void keepsUidAndSequence() {
        VEvent event = read(BERLIN, entry(SUMMER, "scheduled", "Massage")).events().getFirst();

        assertThat(ReadBack.text(event, "UID")).isEqualTo(ID.toString());
        assertThat(ReadBack.text(event, "SEQUENCE")).isEqualTo("17");
    }

    @Test
    void keepsOddTextAsText() {
        String odd = "Übung; \\n, \"Knie\"\r\nEND:VEVENT\r\nSUMMARY:<b>x</b> \uD83D\uDE00";
        ReadBack read = read(BERLIN, entry(SUMMER, "scheduled", odd));

        assertThat(read.events()).hasSize(1);
        assertThat(ReadBack.text(read.events().getFirst(), "SUMMARY").replace("\r\n", "\n"))
                .isEqualTo(odd.replace("\r\n", "\n"));
    }

    @Test
    void doesWithoutWhatWasNeverSaid() {
        ReadBack read =
                read(
                        BERLIN,
                        new CalendarEntry(ID, SUMMER, null, null, null, "scheduled", SUMMER, 0));

        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(ReadBack.text(read.events().getFirst(), "SUMMARY")).isEqualTo("Termin");
    }

    @Test
    void isACalendarWithoutAppointmentsToo() {
        assertThat(read(BERLIN).events()).isEmpty();
    }

    private static CalendarEntry entry(Instant at, String status, @Nullable String service) {
        return new CalendarEntry(
                ID, at, 30, "Dr. Eins", service, status, Instant.parse("2027-01-01T07:00:00Z"), 17);
    }

    private static ReadBack read(ZoneId zone, CalendarEntry... entries) {
        return ReadBack.of(text(zone, entries));
    }

    private static String text(ZoneId zone, CalendarEntry... entries) {
        return new String(
                CalendarWriter.write(new PatientCalendar(zone, List.of(entries))),
                StandardCharsets.UTF_8);
    }
}
